// One submission in Chromium: a page is opened anew, its button is clicked, and a trace says what the page did meanwhile.
import { Trace } from './trace.mjs';

/** Milliseconds of the clock, and of the processor time of the page's main thread. @typedef {{ wall: number, cpu: number }} Span */
/**
 * `sent`: from the click to the first byte of the request. `seen`: from the last byte of the answer until a frame with the
 * errors has been painted that people see first: those in the summary, or all where there is none. `painted`: until one with all
 * errors has. `longest`: the longest task from the click until the page is quiet again.
 * @typedef {{ sent: Span, seen: Span, painted: Span, longest: Span }} Spans
 */
/** `wrong`: how many fields are left empty. `listed`: how many links the summary has then. @typedef {{ wrong: number, listed: number }} Expected */
/** Milliseconds on the page's clock; `seen` and `painted` are when the frames are begun. @typedef {{ clicked: number, sent: number, answered: number, seen: number, painted: number }} Moments */

/** How many times slower than this machine the page's main thread is. */
export const THROTTLING = 4;
/** Milliseconds after the errors, in which what follows them is still looked at. */
const AFTERMATH = 500;

/**
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').BrowserContext} context
 * @param {string} url
 * @param {Expected} expected
 * @returns {Promise<Spans>}
 */
export async function visit(browser, context, url, expected) {
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(fill, expected.wrong);
    await page.getByRole('button', { name: 'Send' }).hover();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
    await browser.startTracing(page, { categories: Trace.categories });
    const watching = await page.evaluateHandle(watch, expected);
    await page.mouse.down();
    await page.mouse.up();
    const moments = await watching.evaluate((watched) => watched.moments);
    await page.waitForTimeout(AFTERMATH);
    const trace = new Trace(await browser.stopTracing());
    const { clicked, sent, answered } = moments;
    const [seen, painted] = [trace.endOfTask(moments.seen), trace.endOfTask(moments.painted)];
    return {
      sent: trace.between(clicked, sent),
      seen: trace.between(answered, seen),
      painted: trace.between(answered, painted),
      longest: trace.longest(clicked, painted + AFTERMATH),
    };
  } finally {
    await page.close();
  }
}

/**
 * Fills all fields but the wrong ones, which are those in the middle.
 * @param {number} wrong
 */
function fill(wrong) {
  const controls = document.querySelectorAll('input');
  const texts = [...controls].filter(({ type }) => type === 'text');
  const from = Math.floor((texts.length - wrong) / 2);
  for (const [index, control] of texts.entries()) {
    control.value = index >= from && index < from + wrong ? '' : 'an answer';
  }
}

/**
 * Runs in the page, before the click. All clocks are the page's: the event's, the request's and `performance.now()`.
 * @param {Expected} expected
 * @returns {{ moments: Promise<Moments> }}
 */
function watch({ wrong, listed }) {
  performance.mark('clock');
  /** @type {Promise<number>} */
  const clicked = new Promise((settle) => {
    addEventListener('click', ({ timeStamp }) => settle(timeStamp), { capture: true, once: true });
  });
  /** @type {Promise<PerformanceResourceTiming>} */
  const requested = new Promise((settle) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry instanceof PerformanceResourceTiming && entry.initiatorType === 'fetch') settle(entry);
      }
    }).observe({ type: 'resource' });
  });
  const count = (/** @type {string} */ selector) => document.querySelectorAll(selector).length;
  const isListed = () => count('[data-action-summary]:not([hidden]) a') === listed;
  const isBeside = () =>
    count('[aria-invalid=true]') === wrong && count('p[data-action-errors]:not([hidden])') === wrong;
  /**
   * When the frame is begun that shows what is asked for.
   * @param {() => boolean} isShown
   * @returns {Promise<number>}
   */
  const frameOf = (isShown) =>
    new Promise((settle) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        requestAnimationFrame(() => settle(performance.now()));
      });
      observer.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-invalid', 'hidden'] });
    });
  const seen = frameOf(() => isListed() && (listed > 0 || isBeside()));
  const all = frameOf(() => isListed() && isBeside());
  const moments = Promise.all([clicked, requested, seen, all]).then(([atClick, request, atSight, atPaint]) => {
    const { requestStart, responseEnd } = request;
    return { clicked: atClick, sent: requestStart, answered: responseEnd, seen: atSight, painted: atPaint };
  });
  return { moments };
}
