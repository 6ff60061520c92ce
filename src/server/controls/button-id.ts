import { createHash } from 'node:crypto';
import { ACTION_QUERY } from '../../shared/wire.js';
import { runtime } from '../runtime.js';

/**
 * The id of a form of one button, the same on every render, so that an outcome finds its button again. What is bound
 * tells the buttons of one action apart and is a secret of the server, which is why a keyed digest stands for it.
 */
export function toButtonId(action: { toString(): string }, bound: unknown): string {
  const name = new URLSearchParams(String(action)).get(ACTION_QUERY) ?? '';
  if (bound === undefined) return name;
  const text = JSON.stringify([runtime().options.secrets[0], name, bound], stringifiable);
  return `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

function stringifiable(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}
