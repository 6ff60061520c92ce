import type { Trial, Verdict } from './form.js';

/** Where a browser is stricter than Zod, by the name that docs/constraints.md gives it. */
export const excuses: Readonly<Record<string, (value: string, trial: Trial, verdict: Verdict) => boolean>> = {
  'a domain that no mail reaches': (value, _, { refusals }) =>
    refusals.includes('typeMismatch') && /[@.](?:[^.]{64,}|[^.]*-)(?:\.|$)/.test(value.slice(value.indexOf('@'))),

  'an address that the browser cannot read': (_value, { title }, { refusals, isUrl }) =>
    title.includes('url') && refusals.includes('typeMismatch') && !isUrl,

  'a number within rounding of a multiple': (value, { title }) =>
    [...title.matchAll(/multipleOf\(([^)]+)\)/g)].some(([, divisor = '1']) => !isMultiple(value, divisor)),

  'a schema that catches': (_value, { title }) => title.includes('.catch()'),

  'characters that UTF-16 counts twice': (value, _, { refusals }) =>
    refusals.includes('cut') && /[^\0-\uffff]/u.test(value),
};

export function isExcused(trial: Trial, verdict: Verdict): boolean {
  const [, value] = verdict.sent.at(-1) ?? ['', ''];
  return typeof value === 'string' && Object.values(excuses).some((excuse) => excuse(value, trial, verdict));
}

/** Exactly, where doubles round. */
function isMultiple(value: string, divisor: string): boolean {
  const [a, b] = [toDecimal(value), toDecimal(divisor)];
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = ({ digits, exponent: own }: Decimal) => digits * 10n ** BigInt(own - exponent);
  return scale(a) % scale(b) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function toDecimal(text: string): Decimal {
  const [mantissa = '0', exponent = '0'] = text.trim().toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction || '0'), exponent: Number(exponent) - fraction.length };
}
