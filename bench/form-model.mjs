// A form as every contestant gets it: which controls it has, and what was typed and ticked in them.

/** @typedef {'text' | 'optionalText' | 'longText' | 'number' | 'box' | 'date' | 'choice' | 'choices'} ControlKind */
/** @typedef {import('zod').ZodType} Schema */
/** @typedef {{ kind: ControlKind, schema: Schema }} Control */
/** @typedef {{ kind: 'object', fields: Readonly<Record<string, Model>> }} Group */
/** @typedef {{ kind: 'list', row: Group, max: number }} List */
/** @typedef {Control | Group | List} Model */
/** @typedef {readonly (string | number)[]} Path */
/** What was typed: texts, several texts of a group of boxes, and the same below groups and lists. */
/** @typedef {string | readonly string[] | { readonly [key: string]: Typed } | readonly { readonly [key: string]: Typed }[]} Typed */
/** @typedef {{ path: Path, kind: ControlKind, text: string }} Sent */

/**
 * What the browser sends for a form, in the order of its controls.
 * @param {Model} model
 * @param {Typed | undefined} typed
 * @param {Path} path
 * @returns {Sent[]}
 */
export function toSent(model, typed, path = []) {
  if (typed === undefined) return [];
  switch (model.kind) {
    case 'object':
      return Object.entries(model.fields).flatMap(([key, field]) => toSent(field, below(typed, key), [...path, key]));
    case 'list':
      return rowsOf(typed).flatMap((row, index) => toSent(model.row, row, [...path, index]));
    case 'choices':
      return textsOf(typed).map((text) => ({ path, kind: model.kind, text }));
    case 'longText':
      // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#constructing-the-form-data-set
      return [{ path, kind: model.kind, text: String(typed).replaceAll('\n', '\r\n') }];
    default:
      return [{ path, kind: model.kind, text: String(typed) }];
  }
}

/**
 * What a perfect decoder gives to Zod.
 * @param {Model} model
 * @param {Typed | undefined} typed
 * @returns {unknown}
 */
export function toReady(model, typed) {
  switch (model.kind) {
    case 'object':
      return Object.fromEntries(
        Object.entries(model.fields).map(([key, field]) => [
          key,
          toReady(field, typed === undefined ? undefined : below(typed, key)),
        ]),
      );
    case 'list':
      return rowsOf(typed).map((row) => toReady(model.row, row));
    case 'choices':
      return textsOf(typed);
    case 'box':
      return typed === 'on';
    default:
      return typeof typed === 'string' ? readText(model.kind, typed) : undefined;
  }
}

/**
 * @param {ControlKind} kind
 * @param {string} text
 */
function readText(kind, text) {
  if (kind === 'text' || kind === 'longText' || kind === 'choice') return text;
  if (text === '') return undefined;
  const date = new Date(text);
  if (kind === 'date') return Number.isNaN(date.getTime()) ? text : date;
  if (kind === 'number') return Number.isNaN(Number(text)) ? text : Number(text);
  return text;
}

/**
 * A multi-line text for decoders that leave line ends as browsers send them: its schema makes them what was typed.
 * @param {Schema} schema
 * @returns {Schema}
 */
export function withLineFeeds(schema) {
  return schema.overwrite((text) => (typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : text));
}

/**
 * The schema of a form. `dialect` says how a contestant wants single kinds to be declared.
 * @param {Model} model
 * @param {typeof import('zod').z} z
 * @param {Partial<Record<ControlKind, (schema: Schema) => Schema>>} dialect
 * @returns {Schema}
 */
export function toSchema(model, z, dialect = {}) {
  switch (model.kind) {
    case 'object':
      return z.object(
        Object.fromEntries(Object.entries(model.fields).map(([key, field]) => [key, toSchema(field, z, dialect)])),
      );
    case 'list':
      return z
        .array(toSchema(model.row, z, dialect))
        .min(1)
        .max(model.max);
    default:
      return dialect[model.kind]?.(model.schema) ?? model.schema;
  }
}

/**
 * @param {Model} model
 * @param {Path} path
 * @returns {{ path: Path, kind: ControlKind | 'list' }[]}
 */
export function controlsOf(model, path = []) {
  switch (model.kind) {
    case 'object':
      return Object.entries(model.fields).flatMap(([key, field]) => controlsOf(field, [...path, key]));
    case 'list':
      return [{ path, kind: 'list' }, ...controlsOf(model.row, [...path, '$'])];
    default:
      return [{ path, kind: model.kind }];
  }
}

/**
 * The canonical name of a control: `items[0].sku`.
 * @param {Path} path
 */
export function spell(path) {
  return path.reduce(
    (/** @type {string} */ name, segment) =>
      typeof segment === 'number' ? `${name}[${segment}]` : name === '' ? segment : `${name}.${segment}`,
    '',
  );
}

/**
 * @param {Typed} typed
 * @param {string} key
 * @returns {Typed | undefined}
 */
function below(typed, key) {
  return typeof typed === 'object' && key in typed ? Reflect.get(typed, key) : undefined;
}

/**
 * @param {Typed | undefined} typed
 * @returns {Exclude<Typed, string>[]}
 */
function rowsOf(typed) {
  return Array.isArray(typed) ? typed : [];
}

/**
 * @param {Typed | undefined} typed
 * @returns {string[]}
 */
function textsOf(typed) {
  return Array.isArray(typed) ? typed.map(String) : [];
}
