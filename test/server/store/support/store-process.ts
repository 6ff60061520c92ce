import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';

type Descriptor = { kind: 'sqlite'; path: string } | { kind: 'redis'; url: string; prefix?: string };

/** What the child sends. */
interface Message {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly claimed?: string;
}

let asks = 0;

/** A process of its own with a store in it. */
export interface StoreProcess {
  readonly pid: number;
  /** Calls a function of the store, or one of `store-child.mjs`. */
  ask(name: string, ...args: unknown[]): Promise<unknown>;
  /** Lets the process claim keys, kills it once it has said so of `count`, and gives all of which it has said so. */
  claimUntilKilled(scope: string, count: number): Promise<string[]>;
  /** SIGKILL: the process has no chance to tidy up. */
  kill(): Promise<void>;
}

export async function storeProcess(descriptor: Descriptor): Promise<StoreProcess> {
  const child = fork(join(import.meta.dirname, 'store-child.mjs'), [JSON.stringify(descriptor)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const claimed: string[] = [];
  let onClaim = () => {};
  child.on('message', (message: Message) => {
    if (message.claimed !== undefined) {
      claimed.push(message.claimed);
      onClaim();
      return;
    }
    const asked = waiting.get(message.id ?? 0);
    if (message.error === undefined) asked?.resolve(message.value);
    else asked?.reject(new Error(message.error));
    waiting.delete(message.id ?? 0);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The process with the store has ended.'));
  });
  await once(child, 'message');

  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    kill,
    ask: (name, ...args) => {
      const asked = Promise.withResolvers<unknown>();
      const id = ++asks;
      waiting.set(id, asked);
      child.send({ id, name, args });
      return asked.promise;
    },
    claimUntilKilled: async (scope, count) => {
      await new Promise<void>((resolve) => {
        onClaim = () => claimed.length >= count && resolve();
        child.send({ id: 0, name: 'claimOn', args: [scope] });
      });
      await kill();
      return claimed;
    },
  };
}

/** Lets two processes claim the same keys at the same time, several times each, and expects one winner per key. */
export async function claimAtOnce(
  descriptor: Descriptor,
  { keys, contenders = 1 }: { keys: number; contenders?: number },
) {
  const processes = await Promise.all([storeProcess(descriptor), storeProcess(descriptor)]);
  try {
    const work = { keys, contenders, at: Date.now() + 50, ttl: 600 };
    // why: `claim` of store-child.mjs gives the winners by key
    const [first, second] = (await Promise.all(processes.map(({ ask }) => ask('claim', work)))) as [number[], number[]];
    expect(first).toHaveLength(keys);
    expect(first.map((wins, key) => wins + (second[key] ?? 0))).toEqual(Array.from({ length: keys }, () => 1));
    for (let key = 0; key < keys; key += 1) {
      const winner = processes[first[key] === 1 ? 0 : 1];
      expect(await winner?.ask('get', `contended ${key}`)).toBe(String(winner?.pid));
    }
  } finally {
    await Promise.all(processes.map(({ kill }) => kill()));
  }
}
