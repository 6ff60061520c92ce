import { runtime } from './runtime.js';

/** A text for people. In dev it goes on with what its developer has to know, in English. */
export function withAdvice(text: string, advice: string): string {
  return runtime().options.dev ? `${text} ${advice}` : text;
}
