import fc from 'fast-check';
import {
  group,
  intersection,
  list,
  map,
  object,
  optionalObject,
  record,
  tree,
  tuple,
  union,
  type Field,
} from './containers.js';
import { emptiable, scalars } from './scalars.js';
import { key, type Shape } from './shape.js';
import { maybe, wrapped } from './wrappers.js';

const scalar = fc.constantFrom(...scalars);
/** Values of which a form may send several under one name: not boxes, and not what is empty. */
const chosen = scalar.filter(({ schema, empty }) => !empty && !schema.safeParse('').success);
const uploads = scalar.filter(
  ({ schema }) => schema.safeParse(new File(['x'], 'x')).success && !schema.safeParse('x').success,
);

/** Of fields and what is in them together: a form has a few levels. */
const depth = { maxDepth: 4, depthSize: 'small', depthIdentifier: fc.createDepthIdentifier() } as const;

/** Forms of every kind that can be sent, in every wrapper, nested. */
export const { form } = fc.letrec<{ form: Shape; field: Shape; element: Shape; fields: Field[] }>((tie) => ({
  form: fc
    .oneof(
      { arbitrary: tie('fields').map(object), weight: 6 },
      fc.tuple(tie('fields'), tie('fields')).map(([left, right]) => intersection(left, right)),
      fc
        .tuple(fc.array(tie('fields'), { minLength: 1, maxLength: 3 }), fc.boolean())
        .map(([options, isTagged]) => union(options, isTagged)),
    )
    .chain(wrapped),
  fields: fc.uniqueArray(fc.tuple(key, tie('field')), { selector: ([name]) => name, minLength: 1, maxLength: 3 }),
  field: fc.oneof(depth, scalar.chain(wrapped).chain(maybe), tie('element'), tie('fields').map(optionalObject)),
  // what is there even where nothing is filled in, so that it can be a row
  element: fc.oneof(
    depth,
    { arbitrary: fc.oneof(scalar, fc.constantFrom(...emptiable)).chain(wrapped), weight: 4 },
    fc
      .tuple(chosen, fc.boolean())
      .map(([shape, isSet]) => group(shape, isSet))
      .chain(wrapped),
    uploads.map((shape) => group(shape, false)),
    fc
      .tuple(tie('element'), fc.nat({ max: 2 }))
      .map(([shape, gap]) => list(shape, gap))
      .chain(wrapped),
    fc
      .tuple(fc.array(tie('element'), { minLength: 1, maxLength: 3 }), fc.option(tie('element'), { nil: undefined }))
      .map(([items, rest]) => tuple(items, rest))
      .chain(wrapped),
    tie('element').map(record).chain(wrapped),
    tie('element').map(map).chain(wrapped),
    tie('fields').map(object).chain(wrapped),
    fc
      .tuple(fc.array(tie('fields'), { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([options, isTagged]) => union(options, isTagged))
      .chain(wrapped),
    fc
      .tuple(tie('fields'), tie('fields'))
      .map(([left, right]) => intersection(left, right))
      .chain(wrapped),
    fc.tuple(scalar, fc.boolean()).map(([leaf, isLazy]) => tree(leaf, isLazy)),
  ),
}));
