import type { $ZodType } from 'zod/v4/core';
import { checksOf, readIntegerFormat, readMime, readMultiples, readRange, readSize, readText } from './checks.js';
import { enumMembers, literalMembers } from './members.js';
import { readIntersection } from './intersection.js';
import { isFileSchema } from './file-class.js';
import type { NodeKind, NodeTraits, SchemaNode } from './kinds.js';
import { readSecret } from './secret.js';
import { stringboolWords, unwrap } from './wrappers.js';
import { checkboxTrueValue } from './zfd-checkbox.js';
import { defOf, isZodSchema } from './zod.js';

/** Where a schema stands: decides what its name and its parents say about it. */
export interface Place {
  readonly key: string;
  readonly secret: boolean;
}

const nodes = new WeakMap<$ZodType, Map<string, SchemaNode>>();

/** Reads one schema at one place. Asked again for the same two, it gives the same node, which closes recursion. */
export function readNode(schema: $ZodType, place: Place): SchemaNode {
  let byPlace = nodes.get(schema);
  if (!byPlace) nodes.set(schema, (byPlace = new Map()));
  const id = `${place.secret ? '*' : ''}${place.key}`;
  let node = byPlace.get(id);
  if (!node) byPlace.set(id, (node = toNode(schema, place)));
  return node;
}

function toNode(schema: $ZodType, place: Place): SchemaNode {
  const { core, meta, optional, nullable, catches, defaultValue, preprocess } = unwrap(schema);
  const def = defOf(core);
  const format = def.type === 'string' && 'format' in def && typeof def.format === 'string' ? def.format : undefined;
  const traits = (kind: NodeKind): NodeTraits => ({
    schema,
    key: place.key,
    meta: typeof meta.title === 'string' ? { label: meta.title, ...meta } : meta,
    optional,
    nullable,
    hasDefault: defaultValue !== undefined,
    catches,
    defaultValue,
    secret: place.secret || readSecret(kind, place.key, meta, format),
    preprocess,
  });
  return build(core, place, traits);
}

function build(core: $ZodType, place: Place, traits: (kind: NodeKind) => NodeTraits): SchemaNode {
  const def = defOf(core);
  const checks = checksOf(core);
  const child = (schema: $ZodType, secret: boolean) => readNode(schema, { key: place.key, secret });
  switch (def.type) {
    case 'string':
      return {
        ...traits('string'),
        kind: 'string',
        format: formatOf(checks),
        local: 'local' in def && def.local === true,
        coerce: def.coerce === true,
        ...readText(checks),
      };
    case 'template_literal':
      return { ...traits('string'), kind: 'string', local: false, coerce: false, rejectsEmpty: !core._zod.pattern?.test(''), size: {}, patterns: [] };
    case 'number': {
      const format = readIntegerFormat(checks);
      const range = readRange<number>(checks);
      return {
        ...traits('number'),
        kind: 'number',
        coerce: def.coerce === true,
        integer: format !== undefined,
        range: format === 'uint32' && !range.min ? { ...range, min: { value: 0, exclusive: false } } : range,
        multiples: readMultiples(checks),
      };
    }
    case 'bigint':
      return { ...traits('bigint'), kind: 'bigint', coerce: def.coerce === true, range: readRange(checks) };
    case 'boolean':
      return { ...traits('boolean'), kind: 'boolean', coerce: def.coerce === true };
    case 'date':
      return { ...traits('date'), kind: 'date', coerce: def.coerce === true, range: readRange(checks) };
    case 'literal':
      return choice(traits('choice'), literalMembers(def.values));
    case 'enum':
      return choice(traits('choice'), enumMembers(def.entries, core._zod.values));
    case 'file':
      return { ...traits('file'), kind: 'file', size: readSize(checks), mime: readMime(checks) };
    case 'array':
    case 'set': {
      const base = traits('array');
      const element = def.type === 'array' ? def.element : def.valueType;
      return lazily({ ...base, kind: 'array', unique: def.type === 'set', size: readSize(checks) }, { element: () => child(element, base.secret) });
    }
    case 'tuple': {
      const base = traits('tuple');
      const { items, rest } = def;
      return lazily(
        { ...base, kind: 'tuple' },
        { items: () => items.map((item) => child(item, base.secret)), rest: () => (rest ? child(rest, base.secret) : undefined) },
      );
    }
    case 'object': {
      const base = traits('object');
      const { catchall } = def;
      return lazily(
        { ...base, kind: 'object' },
        {
          fields: () => new Map(Object.keys(def.shape).map((key) => [key, readNode(fieldOf(def.shape, key), { key, secret: base.secret })])),
          others: () => readCatchall(catchall, (schema) => child(schema, base.secret)),
        },
      );
    }
    case 'record':
    case 'map': {
      const base = traits('record');
      const { keyType, valueType } = def;
      const isPartial = def.type === 'map' || def.partial === true;
      return lazily(
        { ...base, kind: 'record', map: def.type === 'map', required: isPartial ? [] : [...(keyType._zod.values ?? [])].map(String) },
        { keys: () => child(keyType, base.secret), value: () => child(valueType, base.secret) },
      );
    }
    case 'union': {
      const base = traits('union');
      const { options } = def;
      return lazily(
        {
          ...base,
          kind: 'union',
          discriminator: 'discriminator' in def && typeof def.discriminator === 'string' ? def.discriminator : undefined,
          fallback: 'unionFallback' in def && def.unionFallback === true,
          hasMessage: def.error !== undefined,
        },
        { options: () => options.map((option) => child(option, base.secret)) },
      );
    }
    case 'intersection':
      return readIntersection(traits, child(def.left, traits('object').secret), child(def.right, traits('object').secret));
    case 'pipe': {
      const words = stringboolWords(core);
      if (words) return { ...traits('string'), kind: 'string', local: false, coerce: false, rejectsEmpty: true, size: {}, patterns: [], words };
      return { ...traits('boolean'), kind: 'boolean', coerce: false, trueValue: checkboxTrueValue(core) };
    }
    case 'custom':
      return readCustom(core, traits);
    case 'null':
      return { ...traits('nothing'), kind: 'nothing', value: null };
    case 'undefined':
    case 'void':
    case 'never':
      return { ...traits('nothing'), kind: 'nothing', value: undefined };
    case 'symbol':
    case 'function':
    case 'promise':
      return { ...traits('unsendable'), kind: 'unsendable', type: def.type };
    default:
      return { ...traits('unknown'), kind: 'unknown' };
  }
}

function choice(traits: NodeTraits, members: ReturnType<typeof literalMembers>): SchemaNode {
  const all = [...members.values()];
  return { ...traits, kind: 'choice', members, boolean: all.length > 0 && all.every((member) => typeof member.value === 'boolean') };
}

function readCustom(core: $ZodType, traits: (kind: NodeKind) => NodeTraits): SchemaNode {
  if (isFileSchema(core)) return { ...traits('file'), kind: 'file', size: {}, mime: [] };
  const instanceOf = core._zod.bag.Class;
  if (instanceOf === Date) return { ...traits('date'), kind: 'date', coerce: false, range: {} };
  return { ...traits('unknown'), kind: 'unknown', instanceOf };
}

function readCatchall(catchall: $ZodType | undefined, child: (schema: $ZodType) => SchemaNode): 'strip' | 'keep' | SchemaNode {
  if (!catchall) return 'strip';
  const { type } = defOf(catchall);
  return type === 'never' || type === 'unknown' || type === 'any' ? 'keep' : child(catchall);
}

/** Reading the key runs the getter of a recursive shape. */
function fieldOf(shape: Readonly<Record<string, unknown>>, key: string): $ZodType {
  const field = shape[key];
  if (isZodSchema(field)) return field;
  throw new TypeError(`The field ${JSON.stringify(key)} of a z.object() is not a Zod 4 schema`);
}

function formatOf(checks: ReturnType<typeof checksOf>): string | undefined {
  for (const check of checks) {
    if (check.check === 'string_format' && check.format !== 'regex') return check.format;
  }
  return undefined;
}

/** Adds properties that are worked out when first read, so that a recursive schema is read only as far as it is used. */
function lazily<const Base extends object, Late extends object>(base: Base, late: { readonly [Key in keyof Late]: () => Late[Key] }): Base & Late {
  for (const key in late) {
    Object.defineProperty(base, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = late[key]();
        Object.defineProperty(base, key, { value, enumerable: true });
        return value;
      },
    });
  }
  // the loop above defined every key of `Late`
  return base as Base & Late;
}
