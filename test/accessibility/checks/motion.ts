import { all, type Mistake, where } from './dom.js';

/** Seconds of what is over before anybody sees it move: some pages make it so short instead of taking it away. */
const unseen = 0.01;

/** WCAG 2.3.3: for people who have asked for less motion nothing moves by itself, and nothing glides. */
export function* motion(): Iterable<Mistake> {
  for (const element of all('*')) {
    for (const pseudo of [null, '::before', '::after']) {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, pseudo);
      if (animationName !== 'none' && longest(animationDuration) > unseen) {
        yield { what: `it is animated (${animationName})`, where: where(element) };
      }
      if (longest(transitionDuration) > unseen) yield { what: 'its changes glide', where: where(element) };
    }
  }
  if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') {
    yield { what: 'the page glides to where a link leads', where: 'html' };
  }
}

/** Of a list like `0s, 0.12s`, in seconds, as computed styles have it. */
function longest(durations: string): number {
  return Math.max(...durations.split(',').map((duration) => Number.parseFloat(duration) || 0));
}
