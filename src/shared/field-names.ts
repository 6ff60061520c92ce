import type { ChildName } from './path.js';

/**
 * The name of every field that an input type has, spelled as `formatPath` spells it: `'email'`, `'address.street'`,
 * `` `items[${number}].sku` ``. Containers have names too (`'address'`, `'items'`), since errors can be theirs.
 *
 * All options of a union count, records and maps take any key (`` `rec.${string}` ``, `` `rec[${string}]` `` where it has
 * a dot), sets are lists. Dates, files
 * and other built-in values have nothing below them; below `any` and `unknown` everything is a name. Names end at
 * eight segments, which is also as deep as the server reads. Where a type comes back within itself a second time,
 * everything below is a name.
 */
export type FieldName<Input> =
  IsOpen<Input> extends true
    ? string
    : // `infer` keeps the compiler from following the recursion while `Input` is still a type parameter.
      Children<Input, '', Levels, never, never> extends infer Name extends string
      ? Name
      : never;

/** An input without what `zfd.formData()` also takes: FormData, and whatever has entries as it does. */
export type WithoutFormData<Input> = Exclude<
  Input,
  { entries(): IterableIterator<unknown>; [Symbol.iterator](): IterableIterator<unknown> }
>;

/** Messages by field name; those of the form as a whole are under `''`. */
export type FieldErrors<Input> = { readonly [Name in FieldName<Input> | '']?: readonly string[] };

type Levels = [1, 1, 1, 1, 1, 1, 1, 1];

type IsOpen<T> = 0 extends 1 & T ? true : unknown extends T ? true : false;

type Leaf =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | Date
  | RegExp
  | URL
  | Blob
  | FormData
  | URLSearchParams
  | ((...args: never) => unknown);

/** Names below `Name`, of every option of `T`. `Once` and `Twice` hold the objects met on the way. */
type Children<T, Name extends string, Left extends readonly 1[], Once, Twice> = Left extends readonly [
  1,
  ...infer Rest extends readonly 1[],
]
  ? T extends Leaf
    ? never
    : T extends readonly unknown[]
      ? Items<T, Name, Rest, Once, Twice>
      : T extends ReadonlyMap<infer Key, infer Value>
        ? Field<Value, Child<Name, Key & (string | number)>, Rest, Once, Twice>
        : T extends ReadonlySet<infer Item>
          ? Field<Item, `${Name}[${number}]`, Rest, Once, Twice>
          : Exactly<T> extends Twice
            ? Anything<Name>
            : Keys<T, Name, Rest, Once | Exactly<T>, Exactly<T> extends Once ? Twice | Exactly<T> : Twice>
  : never;

type Keys<T, Name extends string, Left extends readonly 1[], Once, Twice> = {
  [Key in keyof T & (string | number)]-?: Field<T[Key], Child<Name, Key>, Left, Once, Twice>;
}[keyof T & (string | number)];

/** A list has any index; a tuple has its own, and any when it has a rest. */
type Items<
  T extends readonly unknown[],
  Name extends string,
  Left extends readonly 1[],
  Once,
  Twice,
> = number extends T['length']
  ? Field<T[number], `${Name}[${number}]`, Left, Once, Twice>
  : {
      [Index in keyof T & `${number}`]-?: Field<T[Index], `${Name}[${Index}]`, Left, Once, Twice>;
    }[keyof T & `${number}`];

/** `Name` itself and what is below it. */
type Field<T, Name extends string, Left extends readonly 1[], Once, Twice> =
  Name | (IsOpen<T> extends true ? Anything<Name> : Children<T, Name, Left, Once, Twice>);

/** A key of an object that is a number is text in a path, where only rows are numbers. */
type Child<Name extends string, Key extends string | number> = ChildName<Name, `${Key}`>;

type Anything<Name extends string> = `${Name}.${string}` | `${Name}[${string}`;

/** Invariant, so that `extends` between two of them asks for the same type and not for a part of it. */
type Exactly<T> = (value: T) => T;
