import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../support/app.js';
import { aborts, attacks, type Trouble } from './trouble.js';
import { visits } from './visits.js';

/** What has come of a load. */
export interface Tally {
  sent: number;
  aborted: number;
  hostile: number;
  /** Answers by their status. */
  readonly answers: Map<number, number>;
  /** Visits that did not come to what they have to. */
  readonly wrong: string[];
  /** Connections that broke without an answer, of visits. */
  lost: number;
}

/** Of twenty, one goes away and one is hostile: 5 % each. */
const SHARE = 20;
/** What may be under way at once. A machine that is too busy for the rate gets less. */
const AT_ONCE = 50;

/** A steady load: so many visits a second begin, whether or not the ones before have come to their end. */
export class Load {
  readonly tally: Tally = { sent: 0, aborted: 0, hostile: 0, answers: new Map(), wrong: [], lost: 0 };
  readonly #app: App;
  readonly #underWay = new Set<Promise<void>>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Each kind of visit once, one after the other. */
  async visitAll(): Promise<void> {
    for (const at of visits.keys()) await this.#visit(at);
  }

  /** @param seconds How long. @param rate Visits a second. */
  async run(seconds: number, rate: number): Promise<void> {
    const begun = performance.now();
    for (let count = 0; performance.now() - begun < seconds * 1000; count += 1) {
      const early = begun + (count * 1000) / rate - performance.now();
      if (early > 0) await sleep(early);
      while (this.#underWay.size >= AT_ONCE) await Promise.race(this.#underWay);
      this.#begin();
    }
    await Promise.all(this.#underWay);
  }

  #begin(): void {
    const ended = this.#next().finally(() => this.#underWay.delete(ended));
    this.#underWay.add(ended);
  }

  #next(): Promise<void> {
    const { tally } = this;
    const at = tally.sent++;
    if (at % SHARE === 0) return this.#trouble(aborts[tally.aborted++ % aborts.length]!);
    // In steps that share no divisor with their number, so that a short run meets some of each kind.
    if (at % SHARE === SHARE / 2) return this.#trouble(attacks[(tally.hostile++ * 97) % attacks.length]!);
    return this.#visit(at % visits.length);
  }

  async #visit(at: number): Promise<void> {
    const { title, statuses, run } = visits[at]!;
    try {
      const got = (await run(this.#app)).map(({ status }) => status);
      this.#count(got);
      if (got.join() !== statuses.join()) this.tally.wrong.push(`${title}: ${got}`);
    } catch (error) {
      // What fetch throws where a connection breaks.
      if (!(error instanceof TypeError)) throw error;
      this.tally.lost += 1;
    }
  }

  async #trouble(make: Trouble): Promise<void> {
    try {
      this.#count(await make(this.#app));
    } catch (error) {
      // A server may close the connection on what it does not want to read to its end.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  #count(statuses: readonly number[]): void {
    const { answers } = this.tally;
    for (const status of statuses) answers.set(status, (answers.get(status) ?? 0) + 1);
  }
}
