/** @typedef {import('./visit.mjs').Span} Span */
/** What is looked at of an event in Chromium's trace; times are microseconds. @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: { data?: { startTime?: number } } }} TraceEvent */
/** @typedef {{ start: number, wall: number, cpu: number }} Task */

/** What a page's main thread did, from a trace of Chromium's in which the page has made the mark `clock`. */
export class Trace {
  /** What has to be traced. @readonly */
  static categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];

  /** Outermost tasks on the page's clock. @type {Task[]} */
  #tasks = [];

  /** @param {Buffer} json */
  constructor(json) {
    /** @type {{ traceEvents: TraceEvent[] }} */
    const { traceEvents } = JSON.parse(json.toString());
    const clock = traceEvents.find(({ name }) => name === 'clock');
    const startTime = clock?.args.data?.startTime;
    if (clock === undefined || startTime === undefined) throw new Error('The trace has no mark called "clock"');
    const zero = clock.ts / 1000 - startTime;
    const ofMain = traceEvents.filter(
      ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === clock.pid && tid === clock.tid,
    );
    let end = -Infinity;
    for (const { ts, dur = 0, tdur } of ofMain.toSorted((a, b) => a.ts - b.ts)) {
      if (tdur === undefined) throw new Error('The trace tells no processor time');
      if (ts < end) continue;
      end = ts + dur;
      this.#tasks.push({ start: ts / 1000 - zero, wall: dur / 1000, cpu: tdur / 1000 });
    }
  }

  /**
   * From one moment to another. Of a task that runs at either of them, processor time counts by the share that lies between.
   * @param {number} from
   * @param {number} to
   * @returns {Span}
   */
  between(from, to) {
    const cpu = this.#tasks.reduce((sum, task) => {
      const overlap = Math.min(to, task.start + task.wall) - Math.max(from, task.start);
      return overlap > 0 ? sum + (task.cpu * overlap) / task.wall : sum;
    }, 0);
    return { wall: to - from, cpu };
  }

  /**
   * The end of the task that runs at a moment: a frame is painted in the task in which its callbacks are called.
   * @param {number} at
   */
  endOfTask(at) {
    // pages are told the time in steps of 0.1 ms
    const task = this.#tasks.find(({ start, wall }) => start <= at + 0.1 && at <= start + wall);
    if (task === undefined) throw new Error('No task runs then');
    return task.start + task.wall;
  }

  /**
   * The longest task that runs between two moments, by either measure.
   * @param {number} from
   * @param {number} to
   * @returns {Span}
   */
  longest(from, to) {
    const tasks = this.#tasks.filter(({ start, wall }) => start < to && start + wall > from);
    return { wall: Math.max(0, ...tasks.map(({ wall }) => wall)), cpu: Math.max(0, ...tasks.map(({ cpu }) => cpu)) };
  }
}
