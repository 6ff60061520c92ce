import { after, type Later } from '../after.js';
import { escapeAttribute, printText } from '../controls/print-element.js';
import type { FieldView } from './field-view.js';
import type { FieldPlan } from './plan-field.js';

/** What differs from visitor to visitor. */
type Hole = 'value' | 'errors';

/** The HTML of a field with a hole for its value, one for its errors, either or none: the text before, between and behind. */
interface Template {
  readonly parts: readonly string[];
  readonly holes: readonly Hole[];
}

/** All that the HTML of a field depends on, beside its plan and what a visitor may have made of it. */
interface Printed {
  readonly id: string;
  readonly described: string;
  readonly said: readonly unknown[];
  readonly templates: Map<string, Template>;
}

/** Of the form that asked last: usually the same one on every page. */
const last = new WeakMap<FieldPlan, Printed>();

/**
 * Templates of one field: all that a text or a box has, with a value and without, with errors and without. Of choices the first
 * few. Clients decide which rows and choices there are, so that little is kept of each.
 */
const MOST = 4;

/** Choices of a field that is kept with some of them chosen. */
const FEW = 12;

/** What a value and errors are printed as where the field is to be cut there: what nobody can say, and no HTML escapes. */
let marks: Readonly<Record<Hole, string>> | undefined;

/**
 * The HTML of a field. What visitors send is filled into what was printed before: the rest is the same for all of them, and
 * printing it takes longer than all else that is done for a field. No value and no error is kept.
 *
 * @param said All that the HTML depends on beside the field, always in the same order.
 */
export function keepPrinted(
  field: FieldView,
  said: readonly unknown[],
  print: (field: FieldView) => Later<string>,
): Later<string> {
  const variant = variantOf(field);
  const templates = variant === undefined ? undefined : templatesOf(field, said);
  if (variant === undefined || templates === undefined) return print(field);
  const known = templates.get(variant);
  if (known !== undefined) return fill(known, field);
  if (templates.size >= MOST) return print(field);
  return after(print(toMarked(field)), (html) => {
    const template = cut(html);
    if (template === undefined) return print(field);
    templates.set(variant, template);
    return fill(template, field);
  });
}

/** Undefined for who does not ask twice in a row, as forms of several ids on one page: they would be cut in vain. */
function templatesOf({ plan, id, described }: FieldView, said: readonly unknown[]): Map<string, Template> | undefined {
  const known = last.get(plan);
  const isSame =
    known?.id === id && known.described === described && known.said.every((part, index) => part === said[index]);
  if (isSame) return known.templates;
  last.set(plan, { id, described, said, templates: new Map() });
  return undefined;
}

/** Two fields of one plan and one variant differ in what fills the holes, and in nothing else. Undefined: as no other. */
function variantOf(field: FieldView): string | undefined {
  const { plan, errors } = field;
  // A value can change what is asked of it, limits of files are told in the words of a site, and what the schema lacks is planned
  // anew for every page.
  const isLikeOthers =
    field.constraints === plan.constraints && plan.controlKind.type !== 'file' && plan.node !== undefined;
  if (!isLikeOthers) return undefined;
  const shown = hasHole(field) ? textVariant(field.value) : choiceVariant(field);
  return shown === undefined ? undefined : `${shown} ${errors.length === 0 ? '' : '!'}`;
}

/** Whether its value is a text somewhere in its HTML, and not one of several things to choose. */
function hasHole({ plan: { shape, controlKind } }: FieldView): boolean {
  return shape === 'textarea' || (shape === 'input' && controlKind.type !== 'checkbox');
}

function textVariant(value: string): string | undefined {
  // Parsers take the first line break of a textarea away, so that it is printed twice.
  if (value.startsWith('\n')) return undefined;
  return value === '' ? '' : 'text';
}

function choiceVariant({ plan: { shape, controlKind }, checked, values }: FieldView): string | undefined {
  if (shape === 'input') return String(checked);
  const { options = [] } = controlKind;
  if (values.length === 0) return '';
  if (values.length > 1 || options.length > FEW) return undefined;
  return String(options.findIndex(({ value }) => value === values[0]));
}

function toMarked(field: FieldView): FieldView {
  marks ??= { value: crypto.randomUUID(), errors: crypto.randomUUID() };
  const { value, errors } = field;
  const marked = value !== '' && hasHole(field) && { value: marks.value, values: [marks.value] };
  return { ...field, ...marked, errors: errors.length === 0 ? errors : [marks.errors] };
}

/** Undefined where what fills a hole is there more than once. */
function cut(html: string): Template | undefined {
  const [parts, holes]: [string[], Hole[]] = [[], []];
  let from = 0;
  for (const [hole, mark, at] of marksIn(html)) {
    if (holes.includes(hole)) return undefined;
    parts.push(html.slice(from, at));
    holes.push(hole);
    from = at + mark.length;
  }
  return { parts: [...parts, html.slice(from)], holes };
}

function marksIn(html: string): [hole: Hole, mark: string, at: number][] {
  // why: Object.entries forgets which keys they are
  const known = Object.entries(marks ?? {}) as [Hole, string][];
  const found = known.flatMap(([hole, mark]) =>
    [...html.matchAll(new RegExp(mark, 'g'))].map(({ index }): [Hole, string, number] => [hole, mark, index]),
  );
  return found.toSorted(([, , a], [, , b]) => a - b);
}

function fill({ parts, holes }: Template, { value, errors, plan }: FieldView): string {
  if (holes.length === 0) return parts[0] ?? '';
  const filled: string[] = [];
  for (const [index, hole] of holes.entries()) {
    filled.push(parts[index] ?? '');
    if (hole === 'errors') filled.push(printText(errors.join('\n')));
    else filled.push(plan.shape === 'textarea' ? printText(value) : escapeAttribute(value));
  }
  filled.push(parts[holes.length] ?? '');
  // Joined and not added up: see printElement.
  return filled.join('');
}
