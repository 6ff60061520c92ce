import type { Member } from './kinds.js';
import { humanize } from './labels.js';

/** The members of `z.literal()` by what a form sends for them. `null` and `undefined` are sent as `''`. */
export function literalMembers(values: Iterable<unknown>): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const value of values) {
    const sent = toSent(value);
    if (!members.has(sent) || value === '') members.set(sent, { value, label: humanize(sent) });
  }
  return members;
}

/** The members of `z.enum()`. Where the key of an enum is another word than its value, it is the label. */
export function enumMembers(
  entries: Readonly<Record<string, string | number>>,
  values: Iterable<unknown> | undefined,
): ReadonlyMap<string, Member> {
  const members = new Map(literalMembers(values ?? Object.values(entries)));
  for (const [key, value] of Object.entries(entries)) {
    const sent = toSent(value);
    const member = members.get(sent);
    // numeric enums of TypeScript also map their values back to their keys
    const isReverse = typeof value === 'string' && entries[value] === Number(key);
    if (member && !isReverse) members.set(sent, { value: member.value, label: humanize(key === value ? sent : key) });
  }
  return members;
}

function toSent(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
