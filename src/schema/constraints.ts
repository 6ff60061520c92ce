import { toControl } from './control.js';
import { toDateInput } from './date-input.js';
import { toHtmlPattern } from './html-pattern.js';
import type { ArrayNode, BigIntNode, DateNode, FileNode, SchemaNode, StringNode } from './kinds.js';
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
  autocomplete?: string;
}

/** The constraints of a field. What HTML cannot say, or would say differently, is left to the server. */
export function toConstraints(node: SchemaNode): Constraints {
  const constraints: Constraints = {};
  if (isRequired(node)) constraints.required = true;
  assignDefined(constraints, byKind(node));
  assignDefined(constraints, { autocomplete: node.meta.autocomplete, inputmode: node.meta.inputmode });
  return constraints;
}

/**
 * Whether an empty control is always refused. A string that takes `''` is not required, nor is a box that may stay
 * unticked.
 */
function isRequired(node: SchemaNode): boolean {
  if (node.optional || node.nullable || node.catches) return false;
  switch (node.kind) {
    case 'string':
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

function byKind(node: SchemaNode): Constraints {
  switch (node.kind) {
    case 'string':
      return ofString(node);
    case 'number':
      return toNumberConstraints(node);
    case 'bigint':
      return ofBigInt(node);
    case 'date':
      return ofDate(node);
    case 'file':
      return ofFile(node);
    case 'array':
      return ofArray(node);
    default:
      return {};
  }
}

function ofString(node: StringNode): Constraints {
  const control = toControl(node);
  if (control.tag === 'select' || control.type === 'checkbox') return {};
  const isText = control.tag === 'textarea' || textTypes.has(control.type ?? 'text');
  return {
    minlength: isText && node.size.min ? node.size.min : undefined,
    maxlength: isText && Number.isSafeInteger(node.size.max) ? node.size.max : undefined,
    pattern: control.tag === 'input' && isText ? firstPattern(node.patterns) : undefined,
    autocomplete: node.format === 'email' ? 'email' : node.format === 'e164' ? 'tel' : undefined,
  };
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

function ofBigInt(node: BigIntNode): Constraints {
  const { min } = node.range;
  return { pattern: '\\s*-?\\d+\\s*', inputmode: min && min.value >= 0n ? 'numeric' : undefined };
}

function ofDate(node: DateNode): Constraints {
  const { type } = toControl(node);
  if (type !== 'date' && type !== 'datetime-local') return {};
  const { min, max } = node.range;
  return { min: min && toDateInput(type, min, 'up'), max: max && toDateInput(type, max, 'down') };
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
