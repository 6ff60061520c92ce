import type { $ZodType } from 'zod/v4/core';
import { checksOf, readSize } from './checks.js';
import { readIntersection } from './intersection.js';
import type { NodeKind, NodeTraits, SchemaNode } from './kinds.js';
import { lazily } from './lazily.js';
import { defOf, isZodSchema, valuesOf, type ZodDef } from './zod.js';

type ReadNode = (schema: $ZodType, place: { readonly key: string; readonly secret: boolean }) => SchemaNode;
type DefOf<Type extends ZodDef['type']> = Extract<ZodDef, { type: Type }>;

/** The node of a schema that has parts. The parts are read when they are first asked for. */
export function readComposite(
  core: $ZodType,
  key: string,
  traitsOf: (kind: NodeKind) => NodeTraits,
  readNode: ReadNode,
): SchemaNode {
  const def = defOf(core);
  const part = (secret: boolean) => (schema: $ZodType) => readNode(schema, { key, secret });
  switch (def.type) {
    case 'object':
      return readObject(def, traitsOf('object'), readNode);
    case 'array':
    case 'set': {
      const traits = traitsOf('array');
      const element = def.type === 'array' ? def.element : def.valueType;
      const size = readSize(checksOf(core));
      return lazily(
        { ...traits, kind: 'array', unique: def.type === 'set', size },
        { element: () => part(traits.secret)(element) },
      );
    }
    case 'tuple':
      return readTuple(def, traitsOf('tuple'), part);
    case 'record':
    case 'map':
      return readRecord(def, traitsOf('record'), part);
    case 'union':
      return readUnion(def, traitsOf('union'), part);
    case 'intersection': {
      const { secret } = traitsOf('intersection');
      return readIntersection(traitsOf, part(secret)(def.left), part(secret)(def.right));
    }
    default:
      // a kind of a Zod that is newer than this: taken as it is sent
      return { ...traitsOf('unknown'), kind: 'unknown' };
  }
}

type Part = (secret: boolean) => (schema: $ZodType) => SchemaNode;

function readObject(def: DefOf<'object'>, traits: NodeTraits, readNode: ReadNode): SchemaNode {
  const { catchall } = def;
  const field = (key: string) => readNode(fieldOf(def.shape, key), { key, secret: traits.secret });
  return lazily(
    { ...traits, kind: 'object' },
    {
      fields: () => new Map(Object.keys(def.shape).map((key) => [key, field(key)])),
      others: (): 'strip' | 'keep' | SchemaNode => {
        if (!catchall) return 'strip';
        return takesAnything(catchall) ? 'keep' : readNode(catchall, { key: traits.key, secret: traits.secret });
      },
    },
  );
}

/** `z.strictObject()` and `z.looseObject()`: what becomes of unknown names is left to Zod. */
function takesAnything(catchall: $ZodType): boolean {
  return ['never', 'unknown', 'any'].includes(defOf(catchall).type);
}

/** Reading the key runs the getter of a recursive shape. */
function fieldOf(shape: Readonly<Record<string, unknown>>, key: string): $ZodType {
  const field = shape[key];
  if (isZodSchema(field)) return field;
  throw new TypeError(`The field ${JSON.stringify(key)} of a z.object() is not a Zod 4 schema`);
}

function readTuple(def: DefOf<'tuple'>, traits: NodeTraits, part: Part): SchemaNode {
  const { items, rest } = def;
  return lazily(
    { ...traits, kind: 'tuple' },
    {
      items: () => items.map(part(traits.secret)),
      rest: () => (rest ? part(traits.secret)(rest) : undefined),
    },
  );
}

function readRecord(def: DefOf<'record'> | DefOf<'map'>, traits: NodeTraits, part: Part): SchemaNode {
  const { keyType, valueType } = def;
  const isPartial = def.type === 'map' || def.partial === true;
  const required = isPartial ? [] : [...(valuesOf(keyType) ?? [])].map(String);
  return lazily(
    { ...traits, kind: 'record', map: def.type === 'map', required },
    { keys: () => part(traits.secret)(keyType), value: () => part(traits.secret)(valueType) },
  );
}

function readUnion(def: DefOf<'union'>, traits: NodeTraits, part: Part): SchemaNode {
  const { options } = def;
  return lazily(
    {
      ...traits,
      kind: 'union',
      discriminator: 'discriminator' in def && typeof def.discriminator === 'string' ? def.discriminator : undefined,
      fallback: 'unionFallback' in def && def.unionFallback === true,
      hasMessage: def.error !== undefined,
    },
    { options: () => options.map(part(traits.secret)) },
  );
}
