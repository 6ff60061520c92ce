// One submission in Chromium: a page is opened anew, its button is clicked, and a trace says what the page did meanwhile.
import { Trace } from './trace.mjs';

/** Milliseconds of the clock, and of the processor time of the page's main thread. @typedef {{ wall: number, cpu: number }} Span */
/**
 * `sent`: from the click to the first byte of the request. `painted`: from the last byte of the answer until the frame
 * with all errors has been painted. `longest`: the longest task from the click until the page is quiet again.
 * @typedef {{ sent: Span, painted: Span, longest: Span }} Spans
 */
/** `wrong`: how many fields are left empty. `listed`: how many links the summary has then. @typedef {{ wrong: number, listed: number }} Expected */
/** Milliseconds on the page's clock. @typedef {{ clicked: number, sent: number, answered: number, painted: number }} Moments */

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
    const { clicked, sent, answered, painted } = await watching.evaluate(({ moments }) => moments);
    await page.waitForTimeout(AFTERMATH);
    const trace = new Trace(await browser.stopTracing());
    return {
      sent: trace.between(clicked, sent),
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
  /** @type {Promise<void>} */
  const patched = new Promise((settle) => {
    const count = (/** @type {string} */ selector) => document.querySelectorAll(selector).length;
    const observer = new MutationObserver(() => {
      if (count('[aria-invalid=true]') !== wrong || count('p[data-action-errors]:not([hidden])') !== wrong) return;
      if (count('[data-action-summary]:not([hidden]) a') !== listed) return;
      observer.disconnect();
      settle();
    });
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-invalid', 'hidden'] });
  });
  /** @type {Promise<number>} */
  const painted = new Promise((settle) => {
    // a message that is posted before a frame is painted arrives after it
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => settle(performance.now()));
    port1.start();
    void patched.then(() => requestAnimationFrame(() => port2.postMessage('')));
  });
  const moments = Promise.all([clicked, requested, painted]).then(([atClick, request, atPaint]) => {
    return { clicked: atClick, sent: request.requestStart, answered: request.responseEnd, painted: atPaint };
  });
  return { moments };
}
