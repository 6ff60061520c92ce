import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { FieldErrors, FieldName } from '../../src/shared/field-names.js';

declare function pick<Input>(): <Name extends FieldName<Input>>(name: Name) => void;

interface Order {
  email: string;
  address: { street: string; zip?: string | undefined };
  items: { sku: string; qty: number; tags?: string[] | null }[];
}

describe('objects and lists', () => {
  test('containers and leaves have names', () => {
    expectTypeOf<FieldName<Order>>().toEqualTypeOf<
      | 'email'
      | 'address'
      | 'address.street'
      | 'address.zip'
      | 'items'
      | `items[${number}]`
      | `items[${number}].sku`
      | `items[${number}].qty`
      | `items[${number}].tags`
      | `items[${number}].tags[${number}]`
    >();
  });

  test('a name is accepted, a misspelt one is not', () => {
    const name = pick<Order>();
    name('items[0].sku');
    name('items[12].tags[3]');
    // @ts-expect-error no such field
    name('emial');
    // @ts-expect-error no such field in a row
    name('items[0].skuu');
    // @ts-expect-error a row needs an index
    name('items[].sku');
    // @ts-expect-error rows are spelled with brackets
    name('items.0.sku');
    // @ts-expect-error a leaf has nothing below it
    name('email.length');
    // @ts-expect-error the form as a whole is not a field
    name('');
  });

  test('keys that look like DOM properties are ordinary names', () => {
    expectTypeOf<FieldName<{ name: string; value: string; id: string }>>().toEqualTypeOf<'name' | 'value' | 'id'>();
  });

  test('readonly, optional and nullable parts are looked through', () => {
    expectTypeOf<FieldName<{ readonly a?: { readonly b?: readonly string[] | null } | undefined }>>().toEqualTypeOf<
      'a' | 'a.b' | `a.b[${number}]`
    >();
  });
});

describe('other containers', () => {
  test('a tuple has its own indices, and any when it has a rest', () => {
    expectTypeOf<FieldName<{ pair: [string, { x: number }?] }>>().toEqualTypeOf<
      'pair' | 'pair[0]' | 'pair[1]' | 'pair[1].x'
    >();
    expectTypeOf<FieldName<{ more: [string, ...number[]] }>>().toEqualTypeOf<'more' | `more[${number}]`>();
    // @ts-expect-error the tuple ends at 1
    pick<{ pair: [string, string] }>()('pair[2]');
  });

  test('a set is a list', () => {
    expectTypeOf<FieldName<{ tags: Set<string> }>>().toEqualTypeOf<'tags' | `tags[${number}]`>();
  });

  test('a record and a map take any key', () => {
    expectTypeOf<FieldName<{ rec: Record<string, number> }>>().toEqualTypeOf<
      'rec' | `rec.${string}` | `rec[${string}]`
    >();
    expectTypeOf<FieldName<{ map: Map<string, number> }>>().toEqualTypeOf<'map' | `map.${string}` | `map[${string}]`>();
    // @ts-expect-error not below the record
    pick<{ rec: Record<string, number> }>()('recc.a');
  });

  test('a key that has a dot stands in brackets, as in an error', () => {
    expectTypeOf<FieldName<{ 'a.b': { c: string } }>>().toEqualTypeOf<'[a.b]' | '[a.b].c'>();
    expectTypeOf<FieldName<{ v: { 'a.b': string[] } }>>().toEqualTypeOf<'v' | 'v[a.b]' | `v[a.b][${number}]`>();
    // @ts-expect-error that would be the field b below a field a
    pick<{ v: { 'a.b': string } }>()('v.a.b');
  });

  test('a record of known keys has those', () => {
    expectTypeOf<FieldName<{ rec: Partial<Record<'a' | 'b', string>> }>>().toEqualTypeOf<'rec' | 'rec.a' | 'rec.b'>();
  });
});

describe('leaves', () => {
  test('dates, files, blobs and brands have nothing below them', () => {
    expectTypeOf<
      FieldName<{ at: Date; file: File; blob?: Blob; big: bigint; branded: string & { readonly __brand: 1 } }>
    >().toEqualTypeOf<'at' | 'file' | 'blob' | 'big' | 'branded'>();
  });

  test('below any and unknown everything is a name', () => {
    const name = pick<{ open: unknown; other: string }>();
    name('open');
    name('open.a.b');
    name('open[0]');
    // @ts-expect-error another field
    name('othre');
    expectTypeOf<FieldName<any>>().toEqualTypeOf<string>();
    expectTypeOf<FieldName<unknown>>().toEqualTypeOf<string>();
    expectTypeOf<FieldName<never>>().toEqualTypeOf<never>();
  });
});

describe('unions and recursion', () => {
  test('every option of a union has its names', () => {
    expectTypeOf<
      FieldName<{ pay: { by: 'card'; number: string } | { by: 'bill'; address: { zip: string } } | string }>
    >().toEqualTypeOf<'pay' | 'pay.by' | 'pay.number' | 'pay.address' | 'pay.address.zip'>();
    expectTypeOf<FieldName<{ kind: 'a'; a: string } | { kind: 'b'; b: string }>>().toEqualTypeOf<'kind' | 'a' | 'b'>();
  });

  test('names end at eight segments', () => {
    interface Deep {
      a: { b: { c: { d: { e: { f: { g: { h: { i: string } } } } } } } };
    }
    const name = pick<Deep>();
    name('a.b.c.d.e.f.g.h');
    // @ts-expect-error nine segments
    name('a.b.c.d.e.f.g.h.i');
  });

  test('a type within itself is followed once, then everything is a name', () => {
    interface Tree {
      label: string;
      next?: Tree;
    }
    const name = pick<Tree>();
    name('next.label');
    name('next.next.next.next.label');
    // @ts-expect-error no such field one level down
    name('next.lable');
  });

  test('an object that has the shape of a part of its parent is no recursion', () => {
    expectTypeOf<
      FieldName<{ name?: string; address?: { name?: string; owner?: { name?: string; zip: string } } }>
    >().toEqualTypeOf<
      'name' | 'address' | 'address.name' | 'address.owner' | 'address.owner.name' | 'address.owner.zip'
    >();
  });

  test('a recursion that branches stays within what the compiler can hold', () => {
    interface Node {
      label: string;
      left?: Node;
      right?: Node;
      children: Node[];
    }
    const name = pick<Node>();
    name('children[0].left.right.label');
    // @ts-expect-error no such field
    name('middle');
  });
});

describe('schemas', () => {
  test('the input of a Zod schema has names, not its output', () => {
    const schema = z.object({
      email: z.email(),
      qty: z.string().transform((text) => ({ amount: Number(text) })),
      items: z.array(z.object({ sku: z.string(), when: z.date().optional() })),
      doc: z.file().optional(),
    });
    expectTypeOf<FieldName<z.input<typeof schema>>>().toEqualTypeOf<
      'email' | 'qty' | 'items' | `items[${number}]` | `items[${number}].sku` | `items[${number}].when` | 'doc'
    >();
  });

  test('messages are found by name, and a name that the schema lacks is an error', () => {
    const errors: FieldErrors<Order> = {};
    expectTypeOf(errors['items[0].sku']).toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf(errors['']).toEqualTypeOf<readonly string[] | undefined>();
    // @ts-expect-error no such field
    void errors.emial;
  });
});
