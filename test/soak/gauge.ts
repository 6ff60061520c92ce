import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds, as Linux says it. */
export interface Reading {
  /** Seconds since the gauge was started. */
  readonly at: number;
  /** Resident memory in MiB. */
  readonly memory: number;
  /** Open files and connections. */
  readonly descriptors: number;
}

/** Reads every so often what a process holds. */
export class Gauge {
  readonly readings: Reading[] = [];
  readonly #pid: number;
  readonly #begun = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(pid: number) {
    this.#pid = pid;
  }

  start(milliseconds: number): void {
    this.#timer = setInterval(() => this.readings.push(this.read()), milliseconds);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  read(): Reading {
    return {
      at: (performance.now() - this.#begun) / 1000,
      memory: Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1]) / 1024,
      descriptors: readdirSync(`/proc/${this.#pid}/fd`).length,
    };
  }

  /** The median of the memory between two moments. */
  memoryBetween(from: number, to: number): number {
    const within = this.readings.filter(({ at }) => at >= from && at <= to).map(({ memory }) => memory);
    const median = within.toSorted((a, b) => a - b)[Math.floor(within.length / 2)];
    if (median === undefined) throw new Error(`Nothing was read between ${from} and ${to} seconds`);
    return median;
  }
}
