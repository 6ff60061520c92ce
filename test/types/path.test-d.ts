import { expectTypeOf, test } from 'vitest';
import { appendPath } from '../../src/shared/path.js';

test('appendPath knows the name that it makes', () => {
  expectTypeOf(appendPath('', 'email')).toEqualTypeOf<'email'>();
  expectTypeOf(appendPath('address', 'street')).toEqualTypeOf<'address.street'>();
  expectTypeOf(appendPath('items', 0)).toEqualTypeOf<'items[0]'>();
  expectTypeOf(appendPath('', 0)).toEqualTypeOf<'[0]'>();
  expectTypeOf(appendPath(appendPath('items', 0), 'sku')).toEqualTypeOf<'items[0].sku'>();
  expectTypeOf(appendPath('r', 'a.b')).toEqualTypeOf<'r[a.b]'>();
  expectTypeOf(appendPath('r', 'a[]')).toEqualTypeOf<'r.a[]'>();
  // why: a row of which only the kind is known
  expectTypeOf(appendPath('items', 0 as number)).toEqualTypeOf<`items[${number}]`>();
  // @ts-expect-error a row is in brackets
  const row: 'items.0' = appendPath('items', 0);
  return row;
});

test('and says no more than is known', () => {
  // why: a key of which only the kind is known
  const name = appendPath('rec', 'a' as string);
  expectTypeOf(name).toEqualTypeOf<`rec.${string}` | `rec[${string}]`>();
  // @ts-expect-error any key is meant
  const known: 'rec.a' = name;
  return known;
});
