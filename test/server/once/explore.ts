import { createMemoryStore } from '../../../src/server/store/memory.js';
import type { AtomicStore } from '../../../src/server/store/types.js';

/** Something that a process is about to do: an operation of the store, or a part of its handler. */
interface Step {
  readonly process: number;
  readonly go: () => Promise<void>;
}

/** A world in which one step is taken at a time, in an order that the exploration chooses. */
export interface World {
  /** The store that all processes share, as one of them reaches it. */
  storeOf(process: number): AtomicStore;
  /** A point in a handler at which other processes may go first, and at which its own may die. */
  pause(process: number): Promise<void>;
}

export interface Scenario<T> {
  /** Starts the posts. Gives each one's process and its answer, which a process that dies never gives. */
  start(world: World): readonly { readonly process: number; readonly answer: Promise<T> }[];
  /** Lets time pass while every process waits for it. */
  pass(): Promise<void>;
  /** The process that may die at any step; none by default. */
  readonly mortal?: number;
}

export interface Ended<T> {
  /** Undefined for posts whose process has died. */
  readonly answers: readonly (T | undefined)[];
  readonly hasDied: boolean;
  readonly store: AtomicStore;
  /** Which of the possible orders it was. */
  readonly order: string;
}

/**
 * Runs a scenario in every order of its steps, or in a sample of them, the same one every time. `check` is told how each
 * one ended.
 */
export async function explore<T>(
  scenario: Scenario<T>,
  check: (ended: Ended<T>) => Promise<void>,
  sample?: number,
): Promise<number> {
  let orders = 0;
  const random = lcg();
  const choose = (of: number): Choice => ({ taken: sample === undefined ? 0 : random() % of, of });
  for (let path: Choice[] | undefined = []; path !== undefined && orders < (sample ?? Infinity); orders += 1) {
    await check(await walk(scenario, path, choose));
    path = sample === undefined ? next(path) : [];
  }
  return orders;
}

interface Choice {
  readonly taken: number;
  readonly of: number;
}

/** Numbers that look random and are always the same (Numerical Recipes' linear congruential generator). */
function lcg(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}

/** The next path: the last choice that can be another one is, and what follows is open. */
function next(path: Choice[]): Choice[] | undefined {
  while (path.length > 0) {
    const last = path.pop()!;
    if (last.taken + 1 < last.of) return [...path, { taken: last.taken + 1, of: last.of }];
  }
  return undefined;
}

async function walk<T>(scenario: Scenario<T>, path: Choice[], choose: (of: number) => Choice): Promise<Ended<T>> {
  const store = createMemoryStore();
  let waiting: Step[] = [];
  let hasDied = false;
  const step = <R>(process: number, run: () => Promise<R>): Promise<R> =>
    new Promise((resolve, reject) => {
      if (hasDied && process === scenario.mortal) return;
      waiting.push({ process, go: () => run().then(resolve, reject) });
    });
  const world: World = {
    storeOf: (process) => ({
      get: (...args) => step(process, () => store.get(...args)),
      set: (...args) => step(process, () => store.set(...args)),
      putIfAbsent: (...args) => step(process, () => store.putIfAbsent(...args)),
      compareAndSwap: (...args) => step(process, () => store.compareAndSwap(...args)),
      take: (...args) => step(process, () => store.take(...args)),
    }),
    pause: (process) => step(process, async () => {}),
  };

  const posts = scenario.start(world);
  const answers: (T | undefined)[] = posts.map(() => undefined);
  const open = new Set(posts.keys());
  for (const [index, { answer }] of posts.entries()) {
    void answer.then((value) => {
      answers[index] = value;
      open.delete(index);
    });
  }
  for (let at = 0; ;) {
    await settle();
    if (open.size === 0) break;
    if (waiting.length === 0) {
      await scenario.pass();
      continue;
    }
    const mayDie = !hasDied && waiting.some(({ process }) => process === scenario.mortal);
    const choice = (path[at] ??= choose(waiting.length + Number(mayDie)));
    at += 1;
    if (choice.taken < waiting.length) {
      const [taken] = waiting.splice(choice.taken, 1);
      await taken!.go();
    } else {
      hasDied = true;
      waiting = waiting.filter(({ process }) => process !== scenario.mortal);
      for (const [index, { process }] of posts.entries()) if (process === scenario.mortal) open.delete(index);
    }
  }
  return { answers, hasDied, store, order: path.map(({ taken }) => taken).join(' ') };
}

/** Lets every promise that can go on do so. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}
