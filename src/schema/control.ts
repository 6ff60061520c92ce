import type { ArrayNode, ChoiceNode, Localized, SchemaNode, StringFormat, StringNode } from './kinds.js';
import { isHtmlEmail } from './html-email.js';
import { isJsonText } from './json-text.js';
import { humanize } from './labels.js';
import { isSecret } from './secret.js';

export { hasFiles } from './files.js';
export { isJsonText } from './json-text.js';
export { isSecret } from './secret.js';

/** Something to choose from a control. */
export interface ControlOption {
  readonly value: string;
  readonly label: string;
}

/** The control that suits a field. */
export interface ControlKind {
  readonly tag: 'input' | 'select' | 'textarea';
  /** Of an `<input>`: text, email, url, tel, password, number, checkbox, date, datetime-local, time, file, hidden, or what the field's meta says. */
  readonly type?: string;
  readonly options?: readonly ControlOption[];
  readonly multiple?: true;
}

/** What an author says for a language; without one, for English. */
export function inLocale<T>(said: Localized<T> | undefined, locale = 'en'): T | undefined {
  // why: T is text or a record; `typeof` alone cannot exclude it from being a function too
  return typeof said === 'function' ? (said as (locale: string) => T)(locale) : said;
}

/** Chooses by the schema's kind, with words in a language; `type` in the field's meta overrules, and a secret text is a password. */
export function toControl(node: SchemaNode, locale?: string): ControlKind {
  const { type, multiple } = node.meta;
  const control = typeof type === 'string' ? ofAsked(type, node, locale) : ofSchema(node, locale);
  return typeof multiple === 'boolean' ? { ...control, multiple: multiple || undefined } : control;
}

function ofSchema(node: SchemaNode, locale?: string): ControlKind {
  const control = isJsonText(node) ? ({ tag: 'textarea' } as const) : byKind(node, locale);
  return isSecret(node) && control.type === 'text' && !isCard(node) ? { tag: 'input', type: 'password' } : control;
}

function ofAsked(type: string, node: SchemaNode, locale?: string): ControlKind {
  if (type === 'textarea') return { tag: 'textarea' };
  const { options, multiple } = byKind(node, locale);
  if (type === 'select') return { tag: 'select', options: options ?? [], multiple };
  return { tag: 'input', type, options, multiple };
}

function byKind(node: SchemaNode, locale?: string): ControlKind {
  switch (node.kind) {
    case 'string':
      return ofString(node);
    case 'number':
      return { tag: 'input', type: 'number' };
    case 'boolean':
      return { tag: 'input', type: 'checkbox' };
    case 'date':
      return { tag: 'input', type: 'date' };
    case 'choice':
      return ofChoice(node, locale);
    case 'file':
      return { tag: 'input', type: 'file' };
    case 'array':
      return ofArray(node, locale);
    case 'union':
      return ofUnion(node.options, locale);
    default:
      return { tag: 'input', type: 'text' };
  }
}

function ofString(node: StringNode): ControlKind {
  if (node.words) return ofWords(node.words);
  return { tag: 'input', type: node.format ? typeOf(node.format) : 'text' };
}

/** The type that takes all that the format takes, and sends it as the format wants it; else text. */
function typeOf({ name, pattern, local, precision }: StringFormat): string {
  switch (name) {
    case 'email':
      return isHtmlEmail(pattern) ? 'email' : 'text';
    case 'url':
      return 'url';
    case 'e164':
      return 'tel';
    case 'date':
      return 'date';
    case 'time':
      return [undefined, -1, 0, 3].includes(precision) ? 'time' : 'text';
    case 'datetime':
      // the control leaves out a second that is 0
      return local && [undefined, -1].includes(precision) ? 'datetime-local' : 'text';
    default:
      return 'text';
  }
}

/** A box sends `true` or `false`; words that lack these two are chosen from a list. */
function ofWords({ truthy, falsy }: NonNullable<StringNode['words']>): ControlKind {
  if (truthy.includes('true') && falsy.includes('false')) return { tag: 'input', type: 'checkbox' };
  const words = [truthy[0], falsy[0]].filter((word) => word !== undefined);
  return { tag: 'select', options: words.map((value) => ({ value, label: humanize(value) })) };
}

function ofChoice(node: ChoiceNode, locale?: string): ControlKind {
  if (node.boolean) return { tag: 'input', type: 'checkbox' };
  return { tag: 'select', options: optionsOf(node, locale) };
}

/** The members of a choice. `labels` in its meta gives their words: `{ labels: { in_progress: 'Under way' } }`. */
function optionsOf(node: ChoiceNode, locale?: string): ControlOption[] {
  const labels: unknown = inLocale(node.meta.labels, locale);
  return [...node.members].map(([value, { label }]) => {
    const own: unknown =
      typeof labels === 'object' && labels !== null && Object.hasOwn(labels, value)
        ? Reflect.get(labels, value)
        : undefined;
    return { value, label: typeof own === 'string' ? own : label };
  });
}

function ofArray(node: ArrayNode, locale?: string): ControlKind {
  const element = toControl(node.element, locale);
  if (element.type === 'file') return { tag: 'input', type: 'file', multiple: true };
  if (element.tag === 'select' && element.options) return { tag: 'select', options: element.options, multiple: true };
  return element;
}

/** Choices are put together; else the first option that a person could type decides, if its control takes the others too. */
function ofUnion(options: readonly SchemaNode[], locale?: string): ControlKind {
  const usable = options.filter((option) => option.kind !== 'nothing' && !isEmptyLiteral(option));
  const controls = usable.map((option) => toControl(option, locale));
  const [first] = controls;
  if (!first) return { tag: 'input', type: 'text' };
  const isAllChoices = usable.every((option) => option.kind === 'choice');
  if (isAllChoices && controls.every(({ tag }) => tag === 'select')) {
    return { tag: 'select', options: controls.flatMap(({ options: own }) => own ?? []) };
  }
  const isOne = controls.every(({ tag, type }) => tag === first.tag && tag !== 'select' && type === first.type);
  return isOne || controls.length === 1 || takesAnyText(first) ? first : { tag: 'input', type: 'text' };
}

/** A box and a file control take no text at all, and refuse none. */
function takesAnyText({ tag, type }: ControlKind): boolean {
  return tag === 'textarea' || ['text', 'password', 'tel', 'checkbox', 'file'].includes(type ?? '');
}

/** `z.literal('')` beside another option: the field may stay empty. */
function isEmptyLiteral(node: SchemaNode): boolean {
  return node.kind === 'choice' && node.members.size === 1 && node.members.has('');
}

/** Card numbers and one-time codes are typed from what lies on the table, so they are shown while they are typed. */
function isCard(node: SchemaNode): boolean {
  const { autocomplete } = node.meta;
  if (typeof autocomplete === 'string' && /\bcc-|one-time-code/.test(autocomplete)) return true;
  return node.kind === 'string' && node.format?.name === 'credit_card'
    ? true
    : /otp|cvc|cvv|csc|pin|card|code/i.test(node.key) && !/pass|pwd/i.test(node.key);
}
