import { appendPath, parsePath } from '../../shared/path.js';
import { createKeep } from '../keep.js';

/** Where a token keeps what it is; a symbol, so that no key of a schema can collide with it. */
export const TOKEN: unique symbol = Symbol('astro-action-forms.token');

/** A field of a form: its place only, no value. Opaque: its own string keys are its children. */
export interface Token<TValue> {
  readonly [TOKEN]: { readonly name: string; readonly type?: TValue };
}

/** A list of a form. Its rows are tokens by index. */
export interface ListToken<TItem> extends Token<readonly TItem[]> {
  readonly [index: number]: Fields<TItem>;
}

/** A record of a form: any key is a field. */
export type RecordToken<TValue> = Token<Record<string, TValue>> & { readonly [key: string]: Fields<TValue> };

type TupleToken<TItems extends readonly unknown[]> = Token<TItems> & {
  readonly [K in Exclude<keyof TItems, keyof (readonly unknown[])>]: Fields<TItems[K]>;
};

type Leaf = string | number | bigint | boolean | symbol | Date | Blob | null | undefined;
type AllKeys<T> = T extends unknown ? keyof T : never;
type At<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Present<T> = Exclude<T, null | undefined>;

/** The tokens of a schema's input. Unions show the keys of all their options. */
export type Fields<T> = 0 extends 1 & T
  ? AnyToken
  : unknown extends T
    ? AnyToken
    : [Present<T>] extends [Leaf]
      ? Token<Present<T>>
      : [Present<T>] extends [readonly (infer TItem)[]]
        ? number extends Present<T>['length']
          ? ListToken<TItem>
          : TupleToken<Present<T>>
        : [Present<T>] extends [Set<infer TItem>]
          ? ListToken<TItem>
          : [Present<T>] extends [Map<unknown, infer TValue>]
            ? RecordToken<TValue>
            : string extends AllKeys<Present<T>>
              ? RecordToken<At<Present<T>, string>>
              : Token<Present<T>> & { readonly [K in AllKeys<Present<T>> & string]-?: Fields<At<Present<T>, K>> };

/** A token of a field whose type is not known: anything below it is one too. */
export type AnyToken = Token<unknown> & { readonly [key: string]: AnyToken };

/** Tokens say no more than their name, so all forms share them. */
const kept = createKeep<AnyToken>();

/** The token of a name. Children are made when they are asked for; whether the schema has them, the types say. */
export function toToken(name: string): AnyToken {
  return kept.get(name) ?? kept.set(name, makeToken(name));
}

function makeToken(name: string): AnyToken {
  const token: object = Object.create(null, { [TOKEN]: { value: { name } } });
  // why: the proxy answers any key with a token, which is what AnyToken says
  return new Proxy(token, {
    get: (target, key) => {
      if (typeof key === 'symbol') return Reflect.get(target, key);
      return toToken(appendPath(name, isIndex(key) ? Number(key) : key));
    },
  }) as AnyToken;
}

/** The canonical name of a token's field. */
export function tokenName(token: Token<unknown>): string {
  return token[TOKEN].name;
}

/** Whether a value is a token. */
export function isToken(value: unknown): value is Token<unknown> {
  return typeof value === 'object' && value !== null && TOKEN in value;
}

/** The name in its canonical spelling, whichever a page used. */
export function canonicalName(name: string): string {
  return parsePath(name).reduce<string>(appendPath, '');
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key);
}
