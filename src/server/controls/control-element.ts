import { isSecretToken } from '../../schema/secret.js';
import type { FieldParts } from '../../schema/parts.js';
import { keptId } from '../../shared/ids.js';
import { runtime } from '../runtime.js';
import { toAids } from './aids.js';
import { toGroup, toSelect } from './choice-elements.js';
import { toHidden, toIdentity, UNTICKED } from './control-identity.js';
import { toShape } from './control-shape.js';
import type { ControlElement, ControlField, ControlRequest, KeptElement } from './control-types.js';
import { toLegalConstraints } from './legal.js';
import { mergeAttributes, type Attributes } from './merge-attributes.js';
import { toSuggestions } from './suggestions.js';
import { listInOneControl, objectInOneControl } from './undivided.js';

/**
 * Decides what a field is printed as: the schema's own control, with what the page asks for on top.
 *
 * @throws AstroError in dev for a list or an object, which one control cannot hold.
 */
export function toControlElement(field: ControlField, request: ControlRequest): ControlElement {
  const element = toElement(field, request);
  if (field.parts !== undefined && !holds(element, field.parts) && runtime().options.dev) {
    throw field.parts.kind === 'rows' ? listInOneControl(field.name) : objectInOneControl(field.name, field.parts.keys);
  }
  return element;
}

/** Several values of a list can be chosen where there is something to choose from. */
function holds(element: ControlElement, { kind }: FieldParts): boolean {
  if (kind === 'fields') return false;
  return element.tag === 'group' || element.attributes['multiple'] !== undefined;
}

function toElement(field: ControlField, request: ControlRequest): ControlElement {
  const { as, type, options } = request;
  const shape = toShape(field.controlKind, { as, type, hasOptions: options !== undefined });
  switch (shape) {
    case 'input':
      return toInput(field, request);
    case 'textarea':
      return toTextarea(field, request);
    case 'select':
    case 'radio':
    case 'checkboxes':
      toSuggestions(field, request.suggestions, shape);
      toAids(field, request.aids, shape, undefined);
      return shape === 'select' ? toSelect(field, request) : toGroup(field, request, shape);
    default:
      return shape satisfies never;
  }
}

function toInput(field: ControlField, request: ControlRequest): ControlElement {
  const own = field.controlKind.tag === 'input' ? field.controlKind.type : undefined;
  const type = request.type ?? own ?? 'text';
  const kept = toKeptElements(field, type);
  const suggestions = toSuggestions(field, request.suggestions, type);
  const attributes = mergeAttributes(
    {
      ...(type === 'hidden' ? { id: field.id, name: field.name } : toIdentity(field, request, kept)),
      type,
      ...toLegalConstraints(field.constraints, type),
      ...toValue(field, type, request.given),
      ...(type === 'file' && field.fileLimits),
      ...formats[type],
      ...(type === 'password' && request.aids?.reveal === true && unspelled),
      list: suggestions?.id,
    },
    request.given,
  );
  const aids = toAids(field, request.aids, type, attributes['maxlength']);
  if (kept.length > 0) return { tag: 'input', attributes, kept };
  if (type !== 'checkbox' || request.method === 'get') return { tag: 'input', attributes, suggestions, aids };
  return { tag: 'input', attributes, hidden: toHidden(field, UNTICKED, request.given) };
}

function toKeptElements({ id, kept = [] }: ControlField, type: string): KeptElement[] {
  return type === 'file' ? kept.map((file, index) => ({ ...file, id: keptId(id, index) })) : [];
}

function toTextarea(field: ControlField, request: ControlRequest): ControlElement {
  const constraints = toLegalConstraints(field.constraints, 'textarea');
  const attributes = mergeAttributes({ ...toIdentity(field, request), ...constraints }, request.given);
  toSuggestions(field, request.suggestions, 'textarea');
  const aids = toAids(field, request.aids, 'textarea', attributes['maxlength']);
  return { tag: 'textarea', attributes, text: isUnseen(field, request.given) ? '' : field.value, aids };
}

/** What browsers without such a control, which show a text field, tell people of its format. */
const formats: Readonly<Record<string, Attributes>> = {
  month: { placeholder: '2026-05' },
  week: { placeholder: '2026-W20' },
};

/** Once it is shown, a password is a text that browsers would send to a spelling service, and phones would begin in upper case. */
const unspelled: Attributes = { spellcheck: 'false', autocapitalize: 'none' };

function toValue(field: ControlField, type: string, given: Attributes): Attributes {
  if (type === 'checkbox') return { value: 'true', checked: field.checked };
  if (type === 'file' || type === 'password' || isUnseen(field, given)) return {};
  return { value: field.value === '' ? undefined : field.value };
}

/** By the schema, or by what the page says that browsers fill in. */
function isUnseen(field: ControlField, { autocomplete }: Attributes): boolean {
  return field.secret || (typeof autocomplete === 'string' && isSecretToken(autocomplete));
}
