import { isJsonText, toControl } from '../../schema/control.js';
import { toList } from '../../schema/list.js';
import { nodeWhere, variantsOf, type IsPossible } from '../../schema/narrow.js';
import { fieldPathOf, nodeAt, type SchemaNode } from '../../schema/node.js';
import { leafNames } from '../../schema/order.js';
import { sameListFurtherOut } from '../../schema/recursion.js';
import { holds, type Condition } from '../../shared/condition.js';
import { fieldId } from '../../shared/ids.js';
import { appendPath, formatPath, parentPath, parsePath } from '../../shared/path.js';
import type { FormIssue } from '../../shared/issue.js';
import type { Messages } from '../../shared/messages.js';
import { REMOVE_TEXT_ATTRIBUTE } from '../../shared/wire-chosen.js';
import { shownRows, type RowBounds } from '../../submission/edit-rows.js';
import { rowIndicesByList, type RawValues } from '../../submission/values.js';
import type { EditFocus } from '../edit-form.js';
import { developerError } from '../developer-error.js';
import { formAction } from '../page-url.js';
import type { FormRecord } from '../record.js';
import { runtime } from '../runtime.js';
import { keepBlank } from './blank-field.js';
import { buildField } from './build-field.js';
import type { Attributes, FieldView } from './field-view.js';
import { conditionKey } from './conditions.js';
import type { FieldViewOptions, FormView, SummaryItem } from './form-view.js';
import { freshRow } from './fresh-row.js';
import { nearest } from './nearest.js';
import { idBelowApart } from './ids-apart.js';
import { isBelowNextRow, NEXT_ROW } from './next-row.js';
import { placeOf } from './place-of.js';
import { rowBounds } from './row-bounds.js';
import { keepPlan, planField, type FieldPlan } from './plan-field.js';
import { canonicalName } from './tokens.js';
import { toFormField } from './to-form-field.js';
import { isLive } from './validate.js';

const none: readonly never[] = Object.freeze([]);

export interface ViewSource {
  readonly id: string;
  readonly url: URL;
  readonly state: FormView['state'];
  readonly attributes: Attributes;
  readonly root: SchemaNode | undefined;
  readonly values: RawValues;
  readonly issues: readonly FormIssue[];
  readonly message: string | undefined;
  /** Where a person goes on after an edit. */
  readonly focus?: EditFocus | undefined;
  /** BCP 47 tag of the page's language. */
  readonly locale: string;
  readonly messages: Messages;
  readonly enhance: boolean;
  /** IANA zone in which dates with a time are typed. Default UTC. */
  readonly timeZone?: string | undefined;
  /** The limit of the action that names of fields have: how many segments. */
  readonly depth: number;
  readonly recordId?: string | undefined;
  record(printed: Pick<FormRecord, 'submitters' | 'says' | 'update'>): string | undefined;
  key(): string | undefined;
}

/** What components print of a form, from all that is known about it. */
export function createView(source: ViewSource): FormView {
  const { id, url, root, values, issues, timeZone, locale } = source;
  const placed = issues.map((issue) => ({ issue, name: placeOf(issue, root) }));
  const errors = groupByName(placed);
  const method = source.attributes['method'] === 'get' ? 'get' : 'post';
  const used: FormView['used'] = {
    summary: false,
    status: false,
    says: false,
    live: false,
    submitters: new Set(),
    intents: false,
    lists: false,
    fields: new Set(),
    aids: false,
    chosen: false,
    fills: false,
    dependent: false,
    depends: false,
    hidden: [],
    updates: false,
  };
  let { focus } = source;
  /** A page asks for the rows of each list; a thousand lists in rows would each look through all names. */
  let sentRows: ReadonlyMap<string, readonly number[]> | undefined;

  /** What rows show that are not there yet. */
  const fresh: Record<string, readonly string[]> = Object.create(null);

  const nodeOf = (name: string, given: readonly Condition[] = []): SchemaNode | undefined => {
    if (root === undefined) return undefined;
    const path = parsePath(name);
    const node = fieldPathOf(root, path) === path ? nodeWhere(root, path, possibleWhere(given)) : undefined;
    if (node === undefined && runtime().options.dev) throw unknownField(name, root);
    return node;
  };

  const boundsOf = (list: string): RowBounds => {
    const found = toList(nodeOf(list));
    if (root === undefined || found === undefined) return { min: 0, max: Infinity, isInOwnKind: false };
    return rowBounds(root, parsePath(list), found, source);
  };

  const rowOf = (list: string, value: unknown): RawValues => {
    const { element } = toList(nodeOf(list)) ?? {};
    return element ? freshRow(element, value, timeZone) : {};
  };

  const idBelow = (name: string, unmet: readonly Condition[] = []): string =>
    root === undefined || unmet.length === 0 ? fieldId('', name) : idBelowApart(root, name, unmet);

  const planOf = (asked: string, { as, options, given = none, unmet = none }: FieldViewOptions): FieldPlan => {
    const hasOptions = options !== undefined;
    const make = () => {
      const name = canonicalName(asked);
      const node = nodeOf(name, given);
      return planField({ name, idBelow: idBelow(name, unmet), node, as, hasOptions, timeZone, locale });
    };
    if (root === undefined) return make();
    const where = given.length + unmet.length === 0 ? '' : [given, unmet].map(toKey).join(' ');
    return keepPlan(root, `${as ?? ''}${hasOptions ? '+' : ''} ${timeZone ?? ''} ${locale} ${where} ${asked}`, make);
  };

  const build = (plan: FieldPlan, hint: boolean | undefined): FieldView => {
    const { name } = plan;
    const shown = fresh[name] ?? (Object.hasOwn(values, name) ? values[name]! : none);
    const wrong = errors.get(name) ?? none;
    const make = (): FieldView =>
      buildField({ formId: id, plan, values: shown, errors: wrong, hint, messages: source.messages, locale });
    const field = shown.length + wrong.length === 0 ? keepBlank(plan, { formId: id, hint }, make) : make();
    used.fields.add(name);
    used.intents ||= field.kept.length > 0;
    used.chosen ||= REMOVE_TEXT_ATTRIBUTE in field.fileLimits;
    return field;
  };

  return {
    id,
    state: source.state,
    attributes: source.attributes,
    message: source.message,
    messages: source.messages,
    enhance: source.enhance,
    summary: placed.map((one) => toSummaryItem(one, id, root)),
    used,
    field(given, options = {}): FieldView {
      if (isLive(options.validate)) used.live = true;
      return build(planOf(given, options), options.hint);
    },
    control(given, options = {}) {
      const { hint = false, validate, options: choices } = options;
      if (isLive(validate)) used.live = true;
      const plan = planOf(given, options);
      return toFormField({ field: build(plan, hint), plan, options: choices, validate, method });
    },
    list(given) {
      const name = canonicalName(given);
      const bounds = boundsOf(name);
      sentRows ??= rowIndicesByList(values);
      const rows = isBelowNextRow(name)
        ? shownRows(fresh, name, bounds)
        : shownRows(values, name, bounds, sentRows.get(name) ?? []);
      return { rows: rows.map((index) => appendPath(name, index)), bounds };
    },
    nextRow(given, value, { unmet } = {}) {
      const list = canonicalName(given);
      const like = root && isBelowNextRow(list) ? sameListFurtherOut(root, parsePath(list)) : undefined;
      if (like) return { like: id + idBelow(formatPath(like), unmet) };
      const row = appendPath(list, NEXT_ROW);
      for (const [below, raw] of Object.entries(rowOf(list, value))) fresh[row + below] = raw;
      return { name: row };
    },
    freshRow: rowOf,
    variants(given) {
      const name = canonicalName(given);
      const found = root && variantsOf(nodeAt(root, parsePath(name)) ?? root);
      if (found === undefined) throw noUnion(name);
      return { tag: appendPath(name, found.key), tags: found.tags };
    },
    takesFocus(on, name) {
      if (focus?.on !== on || !isAt(focus, name)) return false;
      focus = undefined;
      return true;
    },
    record: () => source.record(printed(used, issues)),
    recordId: source.recordId,
    key: () => source.key(),
    actionUrl: (action) => formAction(url, String(action)),
  };
}

function toKey(conditions: readonly Condition[]): string {
  return conditions.map(conditionKey).join('');
}

function possibleWhere(given: readonly Condition[]): IsPossible {
  return (name, value) => given.every((condition) => condition.field !== name || holds(condition, [value]));
}

/** What the record has to say of what was printed. */
function printed(
  { submitters, says, updates, hidden }: FormView['used'],
  issues: readonly FormIssue[],
): Pick<FormRecord, 'submitters' | 'says' | 'update'> {
  return {
    ...(submitters.size > 0 && { submitters: [...submitters] }),
    ...(says && { says }),
    ...(updates && { update: { hidden, told: [...new Set(issues.map(({ path }) => formatPath(path)))] } }),
  };
}

/** The first control of a row has a name below the row's, or that name itself. */
function isAt({ on, name: place }: EditFocus, name: string): boolean {
  return name === place || (on === 'control' && (name.startsWith(`${place}.`) || name.startsWith(`${place}[`)));
}

/** An issue, and the name of the field that shows it. */
interface Placed {
  readonly issue: FormIssue;
  readonly name: string;
}

function toSummaryItem({ issue, name }: Placed, id: string, root: SchemaNode | undefined): SummaryItem {
  const field = root === undefined ? issue.path : fieldPathOf(root, issue.path);
  // not read out of the name: a client may have chosen a key that no name can spell
  const path = name === formatPath(field) ? field : parentPath(field);
  const node = root === undefined || name === '' ? undefined : nodeAt(root, path);
  return {
    name,
    message: issue.message,
    href: node !== undefined && hasControl(node) ? `#${fieldId(id, name)}` : undefined,
  };
}

const composite: ReadonlySet<SchemaNode['kind']> = new Set(['object', 'record', 'tuple', 'intersection']);

/** Whether a node has a control, of those that errors were shown for. */
const known = new WeakMap<SchemaNode, boolean>();

/** Objects are shown as their fields, and have no control that a link could focus. */
function hasControl(node: SchemaNode): boolean {
  const has = known.get(node) ?? isControl(node);
  known.set(node, has);
  return has;
}

function isControl(node: SchemaNode): boolean {
  if (isJsonText(node)) return true;
  if (node.kind === 'union') return node.options.every(hasControl);
  return !composite.has(node.kind) && toControl(node).type !== 'hidden';
}

function groupByName(placed: readonly Placed[]): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const { issue, name } of placed) errors.set(name, [...(errors.get(name) ?? []), issue.message]);
  return errors;
}

function noUnion(name: string): Error {
  return developerError(
    'Variants of a field that has none',
    `${JSON.stringify(name)} is no discriminated union.`,
    'Make it a `z.discriminatedUnion(…)` in the schema.',
    'What depends on any other field stands in `<When field={…} is={…}>`.',
  );
}

function unknownField(name: string, root: SchemaNode): Error {
  const names = leafNames(root);
  const near = nearest(name, names);
  return developerError(
    'A field that the schema lacks',
    `${JSON.stringify(name)} is not in the action's input.`,
    near === undefined ? `It has: ${names.slice(0, 12).join(', ')}.` : `Did you mean ${JSON.stringify(near)}?`,
    'Names are spelled like `address.street` and `items[0].sku`. Tokens of `form.fields` are checked by TypeScript.',
  );
}
