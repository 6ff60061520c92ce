import { toControl, type ControlKind } from './control.js';
import { toMaxDay, toMaxMinute, toMinDay, toMinMinute } from './date-input.js';
import { toHtmlPattern } from './html-pattern.js';
import { isJsonText } from './json-text.js';
import type {
  ArrayNode,
  BigIntNode,
  DateNode,
  FieldMeta,
  FileNode,
  SchemaNode,
  StringFormat,
  StringNode,
} from './kinds.js';
import { isOneTimeCodeKey } from './secret.js';
import { toNumberConstraints } from './number-constraints.js';

/** HTML attributes that say what the schema says, and never refuse what the schema takes. */
export interface Constraints {
  required?: true;
  minlength?: number;
  maxlength?: number;
  min?: string | number;
  max?: string | number;
  step?: number | 'any';
  pattern?: string;
  accept?: string;
  multiple?: true;
  inputmode?: string;
  enterkeyhint?: string;
  autocomplete?: string;
}

/**
 * The constraints of a field. What HTML cannot say, or would say differently, is left to the server. Constraints in the
 * schema's meta win, and `false` there takes one away.
 *
 * @param timeZone IANA name of the zone in which a date with a time is typed. Default UTC.
 */
export function toConstraints(node: SchemaNode, timeZone = 'UTC'): Readonly<Constraints> {
  if (timeZone !== 'UTC') return read(node, timeZone);
  let constraints = known.get(node);
  if (constraints === undefined) {
    constraints = Object.freeze(read(node, timeZone));
    known.set(node, constraints);
  }
  return constraints;
}

/** Pages print the same fields again and again. */
const known = new WeakMap<SchemaNode, Readonly<Constraints>>();

function read(node: SchemaNode, timeZone: string): Constraints {
  const control = toControl(node);
  const constraints: Constraints = {};
  if (isRequired(node)) constraints.required = true;
  if (!isJsonText(node)) assignDefined(constraints, byKind(node, control, timeZone));
  // these refuse what is between their steps, of which HTML has some of its own
  if (['number', 'time', 'datetime-local'].includes(control.type ?? '')) constraints.step ??= 'any';
  assignMeta(constraints, node.meta);
  return constraints;
}

const names = [
  ...(['required', 'minlength', 'maxlength', 'min', 'max', 'step', 'pattern', 'accept', 'multiple'] as const),
  ...(['inputmode', 'enterkeyhint', 'autocomplete'] as const),
] satisfies (keyof Constraints)[];

function assignMeta(constraints: Constraints, meta: FieldMeta): void {
  for (const name of names) {
    const value = meta[name];
    if (value === false || value === null) delete constraints[name];
    else if (['string', 'number', 'boolean'].includes(typeof value)) Object.assign(constraints, { [name]: value });
  }
}

/**
 * Whether an empty control is always refused. A string that takes `''` is not required, nor is a box that may stay
 * unticked.
 */
function isRequired(node: SchemaNode): boolean {
  if (node.optional || node.nullable || node.catches) return false;
  if (isJsonText(node)) return node.preprocess?.stripsEmpty === true && rejectsMissing(node);
  switch (node.kind) {
    case 'string':
      if (node.words && toControl(node).type === 'checkbox') return false;
      return node.rejectsEmpty || node.preprocess?.stripsEmpty === true;
    case 'number':
    case 'bigint':
    case 'date':
    case 'file':
      return true;
    case 'choice':
      return node.boolean ? !node.members.has('false') : !node.members.has('');
    case 'array':
      return (node.size.min ?? 0) > 0 && isGroup(node);
    case 'union':
      return node.options.every(isRequired);
    default:
      return false;
  }
}

/** Whether `undefined` is refused. */
function rejectsMissing(node: SchemaNode): boolean {
  if (node.optional || node.catches) return false;
  switch (node.kind) {
    case 'union':
      return node.options.every(rejectsMissing);
    case 'intersection':
      return node.sides.some(rejectsMissing);
    case 'nothing':
    case 'unknown':
      return false;
    default:
      return true;
  }
}

function byKind(node: SchemaNode, control: ControlKind, timeZone: string): Constraints {
  switch (node.kind) {
    case 'string':
      return ofString(node, control);
    case 'number':
      return toNumberConstraints(node);
    case 'bigint':
      return ofBigInt(node, control);
    case 'date':
      return ofDate(node, control, timeZone);
    case 'file':
      return ofFile(node);
    case 'array':
      return ofArray(node);
    default:
      return {};
  }
}

function ofString(node: StringNode, control: ControlKind): Constraints {
  if (control.tag === 'select' || control.type === 'checkbox') return {};
  const isText = control.tag === 'textarea' || textTypes.has(control.type ?? 'text');
  return {
    minlength: isText && node.size.min ? node.size.min : undefined,
    maxlength: isText && Number.isSafeInteger(node.size.max) ? node.size.max : undefined,
    pattern: control.tag === 'input' ? toPattern(node, control) : undefined,
    step: control.type === 'time' ? timeStep(node.format) : undefined,
    inputmode: toInputMode(node, control),
    autocomplete: toAutocomplete(node),
  };
}

/** Browsers that lack a control for months or weeks show a text field, and hold it to the format that others send. */
function toPattern(node: StringNode, { type = 'text' }: ControlKind): string | undefined {
  if (type === 'month' || type === 'week') return firstPattern(node.patterns) ?? patternOf[type];
  return textTypes.has(type) ? firstPattern(node.patterns) : undefined;
}

const patternOf = { month: '\\d{4,}-(?:0[1-9]|1[0-2])', week: '\\d{4,}-W(?:0[1-9]|[1-4]\\d|5[0-3])' };

/** A keypad of digits has nothing else, so it is for texts that can be nothing else. */
function toInputMode({ format, patterns }: StringNode, { type }: ControlKind): string | undefined {
  if (type !== 'text' && type !== 'password') return undefined;
  if (format?.name === 'email') return type === 'text' ? 'email' : undefined;
  return patterns.some(isOfDigits) ? 'numeric' : undefined;
}

function isOfDigits({ source }: RegExp): boolean {
  return /^\^(?:(?:\\d|\[0-9\])(?:\{\d+(?:,\d*)?\}|[+*?])?)+\$$/.test(source);
}

function toAutocomplete({ format, key }: StringNode): string | undefined {
  if (format?.name === 'email') return 'email';
  if (format?.name === 'e164') return 'tel';
  return isOneTimeCodeKey(key) ? 'one-time-code' : undefined;
}

/** With a step of less than a minute, a control for times sends as many digits as the format asks for. */
function timeStep(format: StringFormat | undefined): number | undefined {
  if (format?.precision === 0) return 1;
  return format?.precision === 3 ? 0.001 : undefined;
}

/** Types to which `minlength`, `maxlength` and `pattern` apply: https://html.spec.whatwg.org/multipage/input.html#do-not-apply */
const textTypes: ReadonlySet<string> = new Set(['text', 'search', 'url', 'tel', 'email', 'password']);

function firstPattern(patterns: readonly RegExp[]): string | undefined {
  for (const expression of patterns) {
    const pattern = toHtmlPattern(expression);
    if (pattern !== undefined) return pattern;
  }
  return undefined;
}

function ofBigInt(node: BigIntNode, { type }: ControlKind): Constraints {
  const { min } = node.range;
  if (type === 'number') return { step: 1 };
  return { pattern: '\\s*-?\\d+\\s*', inputmode: min && min.value >= 0n ? 'numeric' : undefined };
}

function ofDate({ range: { min, max } }: DateNode, { type }: ControlKind, timeZone: string): Constraints {
  if (type === 'date') return { min: min && toMinDay(min), max: max && toMaxDay(max) };
  if (type !== 'datetime-local') return {};
  return { min: min && toMinMinute(min, timeZone), max: max && toMaxMinute(max, timeZone) };
}

function ofFile(node: FileNode): Constraints {
  return { accept: node.mime.length > 0 ? node.mime.join(',') : undefined };
}

function ofArray(node: ArrayNode): Constraints {
  if (!isGroup(node)) return {};
  return { multiple: true, accept: node.element.kind === 'file' ? toConstraints(node.element).accept : undefined };
}

/** A list that one control can hold: a multi-select or a file input. */
function isGroup(node: ArrayNode): boolean {
  return toControl(node).multiple === true;
}

function assignDefined(target: Constraints, source: Constraints): void {
  for (const [name, value] of Object.entries(source)) {
    if (value !== undefined) Object.assign(target, { [name]: value });
  }
}
