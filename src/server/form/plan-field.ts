import { toConstraints, type Constraints } from '../../schema/constraints.js';
import { inLocale, isSecret, toControl, type ControlKind } from '../../schema/control.js';
import type { FieldMeta, SchemaNode } from '../../schema/node.js';
import { partsOf, type FieldParts } from '../../schema/parts.js';
import { fieldId } from '../../shared/ids.js';
import { parsePath } from '../../shared/path.js';
import { isGroupShape, toShape } from '../controls/control-shape.js';
import type { ControlShape } from '../controls/control-types.js';
import { toLegalConstraints } from '../controls/legal.js';
import { createKeep, type Keep } from '../keep.js';

export interface PlanSource {
  /** Canonical. */
  readonly name: string;
  /** What follows on the form's id in the field's. Default: the name. */
  readonly idBelow?: string;
  /** Undefined for names that the schema lacks: a plain text field. */
  readonly node: SchemaNode | undefined;
  /** What the page prints, where that is another control than the schema's. */
  readonly as?: ControlShape | undefined;
  /** Whether the page says what there is to choose from. */
  readonly hasOptions?: boolean;
  /** IANA zone in which dates with a time are typed. Default UTC. */
  readonly timeZone?: string | undefined;
  /** BCP 47 tag of the language in which its label and hint are. */
  readonly locale: string;
}

/** What is known of a field whichever form of whichever visitor it is in. */
export interface FieldPlan {
  readonly name: string;
  readonly node: SchemaNode | undefined;
  /** What follows on the form's id in the field's. */
  readonly idBelow: string;
  readonly controlKind: ControlKind;
  /** What the page prints. */
  readonly shape: ControlShape;
  readonly printed: ControlKind;
  readonly parts: FieldParts | undefined;
  readonly constraints: Readonly<Constraints>;
  /** Those that are legal on what the page prints. */
  readonly legal: Readonly<Constraints>;
  readonly meta: FieldMeta;
  readonly label: string;
  readonly hint: string | undefined;
  readonly secret: boolean;
}

const plainText: ControlKind = { tag: 'input', type: 'text' };

export function planField(source: PlanSource): FieldPlan {
  const { name, idBelow = fieldId('', name), node, as, hasOptions = false, timeZone, locale } = source;
  const controlKind = node === undefined ? plainText : toControl(node, locale);
  const shape = toShape(controlKind, { as, hasOptions });
  const printed = shape === toShape(controlKind, { hasOptions: false }) ? controlKind : toPrinted(shape);
  const constraints = node === undefined ? {} : toConstraints(node, timeZone);
  const meta = node?.meta ?? {};
  return {
    name,
    node,
    idBelow,
    controlKind,
    shape,
    printed,
    parts: node && partsOf(node),
    constraints,
    legal: legalOn(printed, constraints),
    meta,
    label: inLocale(meta.label, locale) ?? inWords(name),
    hint: inLocale(meta.hint, locale) ?? meta.description,
    secret: node !== undefined && isSecret(node),
  };
}

function toPrinted(shape: ControlShape): ControlKind {
  return isGroupShape(shape) ? { tag: 'input', type: shape } : { tag: shape, type: 'text' };
}

/** The constraints that are legal on a control. */
export function legalOn({ tag, type }: ControlKind, constraints: Constraints): Constraints {
  return toLegalConstraints(constraints, tag === 'input' ? (type ?? 'text') : tag);
}

const kept = new WeakMap<SchemaNode, Keep<FieldPlan>>();

/** The plan of a field as a page asks for it, made once for each schema. What the schema lacks is not kept. */
export function keepPlan(root: SchemaNode, key: string, make: () => FieldPlan): FieldPlan {
  let plans = kept.get(root);
  if (plans === undefined) kept.set(root, (plans = createKeep()));
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = make();
  return plan.node === undefined ? plan : plans.set(key, plan);
}

/** `items[0].unitPrice` reads "Unit price". */
export function inWords(name: string): string {
  const key = parsePath(name).findLast((segment) => typeof segment === 'string') ?? name;
  const words = String(key)
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
