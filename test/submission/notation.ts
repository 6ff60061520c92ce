import { untouchedFile, type Pairs } from './support.js';

/** A form in the notation of a query, `v=a&v=b`, in which `@png`, `@txt`, `@empty` and `@untouched` are files. */
export function toPairs(form: string): Pairs {
  return [...new URLSearchParams(form)].map(([name, value]) => [name, files[value]?.() ?? value] as const);
}

const files: Readonly<Record<string, () => File>> = {
  '@png': () => new File(['x'], 'a.png', { type: 'image/png' }),
  '@txt': () => new File(['x'], 'a.txt', { type: 'text/plain' }),
  '@empty': () => new File([], 'empty.txt'),
  '@untouched': untouchedFile,
};

/** Data with its files in words: two files are the same to an assertion, whatever they are. */
export function described(value: unknown): unknown {
  if (value instanceof File) return `file ${value.name}`;
  if (Array.isArray(value)) return value.map(described);
  if (typeof value !== 'object' || value === null || String(value) !== '[object Object]') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, described(inner)]));
}
