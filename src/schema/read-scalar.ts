import type { $ZodType } from 'zod/v4/core';
import {
  checksOf,
  readFormat,
  readIntegerFormat,
  readMime,
  readMultiples,
  readRange,
  readSize,
  readText,
} from './checks.js';
import { isFileSchema } from './file-class.js';
import type { Member, NodeKind, NodeTraits, NumberNode, SchemaNode, StringNode } from './kinds.js';
import { enumMembers, literalMembers } from './members.js';
import { stringboolWords } from './wrappers.js';
import { checkboxTrueValue } from './zfd-checkbox.js';
import { defOf, noteOf, patternOf, valuesOf } from './zod.js';

type TraitsOf = (kind: NodeKind) => NodeTraits;

/** The node of a schema that one control can fill. `undefined`: it has parts. */
export function readScalar(core: $ZodType, traitsOf: TraitsOf): SchemaNode | undefined {
  const def = defOf(core);
  switch (def.type) {
    case 'string':
      return readString(core, traitsOf('string'));
    case 'template_literal':
      return { ...plainString(traitsOf('string')), rejectsEmpty: patternOf(core)?.test('') !== true };
    case 'number':
      return readNumber(core, traitsOf('number'));
    case 'bigint':
      return {
        ...traitsOf('bigint'),
        kind: 'bigint',
        coerce: def.coerce === true,
        range: readRange(checksOf(core)),
      };
    case 'boolean':
      return { ...traitsOf('boolean'), kind: 'boolean', coerce: def.coerce === true };
    case 'date':
      return { ...traitsOf('date'), kind: 'date', coerce: def.coerce === true, range: readRange(checksOf(core)) };
    case 'literal':
      return toChoice(traitsOf('choice'), literalMembers(def.values));
    case 'enum':
      return toChoice(traitsOf('choice'), enumMembers(def.entries, valuesOf(core)));
    case 'file':
      return { ...traitsOf('file'), kind: 'file', size: readSize(checksOf(core)), mime: readMime(checksOf(core)) };
    case 'pipe':
      return readPipe(core, traitsOf);
    case 'custom':
      return readCustom(core, traitsOf);
    case 'null':
      return { ...traitsOf('nothing'), kind: 'nothing', value: null };
    case 'undefined':
    case 'void':
    case 'never':
      return { ...traitsOf('nothing'), kind: 'nothing', value: undefined };
    case 'symbol':
    case 'function':
    case 'promise':
      return { ...traitsOf('unsendable'), kind: 'unsendable', type: def.type };
    case 'any':
    case 'unknown':
    case 'transform':
    case 'nan':
      return { ...traitsOf('unknown'), kind: 'unknown' };
    default:
      return undefined;
  }
}

function readString(core: $ZodType, traits: NodeTraits): StringNode {
  const def = defOf(core);
  const checks = checksOf(core);
  return {
    ...plainString(traits),
    format: readFormat(checks),
    coerce: 'coerce' in def && def.coerce === true,
    ...readText(checks),
  };
}

function plainString(traits: NodeTraits): StringNode {
  return { ...traits, kind: 'string', coerce: false, rejectsEmpty: true, size: {}, patterns: [] };
}

function readNumber(core: $ZodType, traits: NodeTraits): NumberNode {
  const def = defOf(core);
  const checks = checksOf(core);
  const format = readIntegerFormat(checks);
  const range = readRange<number>(checks);
  const isUnsigned = format === 'uint32' && !(range.min && range.min.value >= 0);
  return {
    ...traits,
    kind: 'number',
    coerce: 'coerce' in def && def.coerce === true,
    integer: format !== undefined,
    range: isUnsigned ? { ...range, min: { value: 0, exclusive: false } } : range,
    multiples: readMultiples(checks),
  };
}

function toChoice(traits: NodeTraits, members: ReadonlyMap<string, Member>): SchemaNode {
  const values = [...members.values()].map(({ value }) => value);
  return {
    ...traits,
    kind: 'choice',
    members,
    boolean: values.length > 0 && values.every((value) => typeof value === 'boolean'),
  };
}

/** The pipes that are kinds of their own; every other one was looked through. */
function readPipe(core: $ZodType, traitsOf: TraitsOf): SchemaNode {
  const words = stringboolWords(core);
  if (words) return { ...plainString(traitsOf('string')), words };
  return { ...traitsOf('boolean'), kind: 'boolean', coerce: false, trueValue: checkboxTrueValue(core) };
}

function readCustom(core: $ZodType, traitsOf: TraitsOf): SchemaNode {
  if (isFileSchema(core)) return { ...traitsOf('file'), kind: 'file', size: {}, mime: [] };
  if (noteOf(core, 'Class') === Date) return { ...traitsOf('date'), kind: 'date', coerce: false, range: {} };
  return { ...traitsOf('unknown'), kind: 'unknown' };
}
