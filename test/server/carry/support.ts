import type { APIContext } from 'astro';
import type { Carried } from '../../../src/server/carry/carry.js';
import { configure, runtime } from '../../../src/server/runtime.js';
import type { ResultStore } from '../../../src/server/store/types.js';

type WithCookies = Pick<APIContext, 'cookies' | 'url'>;

/** The cookies of a browser. */
export class Jar extends Map<string, string> {
  /** A request that the browser sends now. What the answer sets arrives when it is delivered. */
  request(url = 'http://site.invalid/'): WithCookies & { deliver(): void } {
    const sent = new Map(this);
    const set = new Map<string, string>();
    const get = (name: string) => set.get(name) ?? sent.get(name);
    const cookies = {
      get: (name: string) => (get(name) ? { value: get(name) } : undefined),
      has: (name: string) => get(name) !== undefined,
      set: (name: string, value: string) => void set.set(name, value),
    };
    return {
      // why: what carrying uses of Astro's class, which nobody else can make
      cookies: cookies as unknown as APIContext['cookies'],
      url: new URL(url),
      deliver: () => set.forEach((value, name) => this.set(name, value)),
    };
  }

  /** Bytes that all of it adds to a request. */
  bytes(): number {
    return [...this].map(([name, value]) => `${name}=${value}; `).join('').length;
  }

  holding(part: string): string[] {
    return [...this.keys()].filter((name) => name.includes(part));
  }
}

export function useStore(store?: ResultStore, secrets: readonly string[] = ['current']): void {
  configure({ ...runtime().options, secrets }, async () => ({}), store);
}

export const noStore: ResultStore = {
  get: () => Promise.reject(new Error('The store is away')),
  set: () => Promise.reject(new Error('The store is away')),
};

export const emptyStore: ResultStore = { get: async () => undefined, set: async () => undefined };

export function carriedText(text: string): Carried {
  const body = JSON.stringify([text]);
  return { action: 'note', result: { type: 'data', status: 200, contentType: 'application/json+devalue', body } };
}
