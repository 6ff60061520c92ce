// How long one parser takes for one form, in microseconds of processor time.

/** @typedef {{ warmUp: number, timed: number }} Budget Milliseconds of processor time. */

/** No batch holds more forms than this, so that memory stays small. */
const MAX_BATCH = 4000;
/** Milliseconds that one batch should take: well above what starting and stopping the clock costs. */
const BATCH_TIME = 8;

/**
 * Every form is parsed once: its names and texts are new strings, as after a request. Making forms is not timed.
 * @param {(form: FormData) => unknown} parse
 * @param {() => FormData} makeForm
 * @param {Budget} budget
 */
export async function measure(parse, makeForm, budget) {
  let size = 1;
  let time = 0;
  for (let spent = 0; spent < budget.warmUp; spent += time) {
    time = await timeBatch(parse, makeForm, size);
    size = Math.max(1, Math.min(MAX_BATCH, Math.round((size * BATCH_TIME) / Math.max(time, 0.5))));
  }
  let forms = 0;
  let spent = 0;
  for (; spent < budget.timed; forms += size) spent += await timeBatch(parse, makeForm, size);
  return (spent / forms) * 1000;
}

/**
 * @param {(form: FormData) => unknown} parse
 * @param {() => FormData} makeForm
 * @param {number} size
 */
async function timeBatch(parse, makeForm, size) {
  const forms = Array.from({ length: size }, makeForm);
  // twice: what survives two small collections is not copied again while the clock runs
  globalThis.gc?.({ type: 'minor' });
  globalThis.gc?.({ type: 'minor' });
  const start = process.cpuUsage();
  for (const form of forms) {
    const result = parse(form);
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
