import type { Page } from '@playwright/test';

/** What a person can tell of a page after a post. */
export interface Outcome {
  /** Path, query and fragment; what the query says for us alone is left out. */
  url: string;
  title: string;
  /** Everything that can be read in the region that is compared. */
  text: string;
  /** Items of summaries that are shown, with where they lead. */
  summary: string[];
  /** Controls in page order: what they are, what they hold, how they are described, whether they are invalid. */
  controls: string[];
  /** What has the focus. */
  focus: string;
}

/** An input, or what a select has beside that. */
type AnyControl = HTMLInputElement & Partial<Pick<HTMLSelectElement, 'selectedOptions'>>;

/** @param region Selector of what is compared. */
export async function readOutcome(page: Page, region: string): Promise<Outcome> {
  await untilFocused(page);
  const outcome = await page.evaluate(readHere, region);
  return {
    ...outcome,
    url: toUrl(page.url()),
    title: withoutNumbers(outcome.title),
    text: withoutNumbers(outcome.text),
  };
}

/** Browsers see to `autofocus` when they next paint, which may be after the page has loaded; with a fragment, never. */
async function untilFocused(page: Page): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const isDue = await page.evaluate(
      () => document.activeElement === document.body && document.querySelector('[autofocus]') && !location.hash,
    );
    if (!isDue) return;
    await page.waitForTimeout(50);
  }
}

function toUrl(href: string): string {
  const url = new URL(href);
  for (const name of [...url.searchParams.keys()]) if (name.startsWith('_')) url.searchParams.delete(name);
  return withoutNumbers(`${url.pathname}?${url.searchParams}${url.hash}`);
}

/** Orders are numbered at random. */
function withoutNumbers(text: string): string {
  return text.replace(/\b[\dA-F]{8}\b/g, '(number)');
}

/** Runs in the page. */
function readHere(region: string): Omit<Outcome, 'url'> {
  const places = [...document.querySelectorAll<HTMLElement>(region)];
  const findAll = <T extends Element>(selector: string): T[] =>
    [...document.querySelectorAll<T>(selector)].filter((found) => places.some((place) => place.contains(found)));
  const textOf = (id: string) => document.getElementById(id)?.textContent.trim() ?? `#${id} is missing`;
  const list = (value: string | null) => value?.split(/\s+/).filter(Boolean) ?? [];

  /** What a control holds. Secrets and files are never sent back: only the island, which stays, keeps them. */
  function held(control: AnyControl): string {
    if (/^(password|file)$/.test(control.type) || control.autocomplete === 'one-time-code') return '';
    if (/^(checkbox|radio)$/.test(control.type)) return `${control.value} ${control.checked ? 'chosen' : 'not chosen'}`;
    // A place that is not given may be written out.
    if (control.name === '_action_intent') return control.value.replace(/,null]$/, ']');
    if (control.selectedOptions) return Array.from(control.selectedOptions, ({ value }) => value).join(', ');
    return control.value;
  }

  function describe(control: AnyControl): string {
    const described = list(control.getAttribute('aria-describedby')).map(textOf).filter(Boolean).join(' | ');
    const parts = [`${control.type} ${control.name}: ${JSON.stringify(held(control))}`];
    if (described) parts.push(`described as ${JSON.stringify(described)}`);
    for (const name of ['aria-invalid', 'aria-disabled', 'disabled', 'aria-busy']) {
      if (control.hasAttribute(name)) parts.push(`${name}=${control.getAttribute(name)}`);
    }
    return parts.join(', ');
  }

  const active = document.activeElement;
  return {
    title: document.title,
    // Of a select that is compared by itself the choice counts: what stands for none goes where a page comes with one.
    text: places
      .filter(({ localName }) => localName !== 'select')
      .map((place) => place.innerText.replace(/\s*\n\s*/g, '\n').trim())
      .join('\n'),
    summary: findAll<HTMLElement>('[data-action-summary]:not([hidden]) li').map(
      (item) => `${item.textContent.trim()} ${item.querySelector('a')?.getAttribute('href') ?? 'leads nowhere'}`,
    ),
    controls: findAll<AnyControl>('input, select, textarea, button, fieldset')
      .filter(({ type }) => type !== 'hidden')
      .map(describe),
    focus: active && active !== document.body ? `${active.localName}#${active.id} ${active.className}`.trim() : 'none',
  };
}
