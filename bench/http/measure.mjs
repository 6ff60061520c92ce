// How much processor time a server spends on one submission.
import { Visitor } from './visitor.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./contestants.mjs').Target} Target */
/** @typedef {import('./server.mjs').Server} Server */
/** Microseconds of the server's processor time for one submission, and of the clock. @typedef {{ cpu: number, wall: number }} Time */

/** Browsers that send at the same time, each over a connection of its own. */
const VISITORS = 8;

/** One contestant in one case: the visitors stay, as do their connections. */
export class Course {
  #visitors;
  #server;
  #case;
  #target;
  #isChecked;
  /** Since `take`. */
  #spent = { submissions: 0, cpu: 0, wall: 0 };
  /** Microseconds of processor time that a submission takes, as far as is known. */
  #cost = 5000;

  /**
   * @param {Server} server
   * @param {Case} course
   * @param {Target} target
   * @param {boolean} isChecked Whether every answer has to be right. The visitors' time is not the server's.
   */
  constructor(server, course, target, isChecked) {
    this.#server = server;
    this.#case = course;
    this.#target = target;
    this.#isChecked = isChecked;
    const page = new URL(target.page, server.url);
    this.#visitors = Array.from({ length: VISITORS }, () => new Visitor(page));
  }

  /** Every visitor opens the page and submits twice. */
  async start() {
    for (const visitor of this.#visitors) {
      await visitor.open();
      await this.#submitTimes(visitor, 2);
    }
  }

  /**
   * One turn.
   * @param {number} budget Milliseconds of processor time.
   */
  async run(budget) {
    const { cpu, wall, submissions } = await this.#spend(Math.round((budget * 1000) / this.#cost));
    this.#spent.cpu += cpu;
    this.#spent.wall += wall;
    this.#spent.submissions += submissions;
  }

  /**
   * What one submission has taken in the turns since the last call.
   * @returns {Time}
   */
  take() {
    const { submissions, cpu, wall } = this.#spent;
    this.#spent = { submissions: 0, cpu: 0, wall: 0 };
    return { cpu: cpu / submissions, wall: wall / submissions };
  }

  /**
   * Submissions that do not count.
   * @param {number} submissions
   */
  async warmUp(submissions) {
    await this.#spend(submissions);
  }

  /** @param {number} wanted Submissions, of all visitors together. */
  async #spend(wanted) {
    const perVisitor = Math.max(1, Math.round(wanted / VISITORS));
    const submissions = perVisitor * VISITORS;
    const cpu = await this.#server.cpu();
    const wall = performance.now();
    await Promise.all(this.#visitors.map((visitor) => this.#submitTimes(visitor, perVisitor)));
    const spent = { wall: (performance.now() - wall) * 1000, cpu: (await this.#server.cpu()) - cpu };
    this.#cost = spent.cpu / submissions;
    return { ...spent, submissions };
  }

  end() {
    for (const visitor of this.#visitors) visitor.leave();
  }

  /**
   * @param {Visitor} visitor
   * @param {number} times
   */
  async #submitTimes(visitor, times) {
    for (let time = 0; time < times; time += 1) await this.#submit(visitor);
  }

  /** @param {Visitor} visitor */
  async #submit(visitor) {
    const answer = await this.#case.submit(visitor, this.#target);
    visitor.wait();
    const wrong = this.#isChecked ? this.#case.check(answer) : undefined;
    if (wrong !== undefined) throw new Error(`${this.#case.title}: ${wrong}\n${answer.body}`);
  }
}
