import type { Constraints } from '../../schema/constraints.js';
import type { ControlKind } from '../../schema/control.js';
import type { FieldMeta } from '../../schema/node.js';
import type { FieldParts } from '../../schema/parts.js';
import type { FieldPlan } from './plan-field.js';

/** Attributes to spread on an element. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A kept file, with what is printed for it. */
export interface KeptView {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** What is said of it, and what its button says, in the language of the form. */
  readonly label: string;
  readonly removeLabel: string;
  /** Attributes of the hidden `<input>` that is sent in its place. */
  readonly input: Attributes;
  /** Attributes of the submit button that lets go of it, without JavaScript too. */
  readonly remove: Attributes;
}

/** What is known of a field, as components print it. Plain data. */
export interface FieldView {
  /** What is known of it whoever asks. */
  readonly plan: FieldPlan;
  /** Canonical name, as in `items[0].sku`. */
  readonly name: string;
  /** HTML id of the control, or of the group's fieldset. */
  readonly id: string;
  /** The kind of the schema node, such as `string` or `array`. */
  readonly kind: string;
  readonly controlKind: ControlKind;
  /** What it is made of, where no control can hold it. */
  readonly parts: FieldParts | undefined;
  /** What is shown, raw: the last of `values`, or `''`. */
  readonly value: string;
  readonly values: readonly string[];
  /** For a boolean: whether it is on. */
  readonly checked: boolean;
  readonly errors: readonly string[];
  readonly constraints: Readonly<Constraints>;
  /** From `.meta({ label })`, else the name in words. */
  readonly label: string;
  /** From `.meta({ hint })`, else the schema's description. */
  readonly hint: string | undefined;
  readonly meta: FieldMeta;
  /** Never echoed: passwords, codes, files. */
  readonly secret: boolean;
  /** Files that were kept of an earlier submission. */
  readonly kept: readonly KeptView[];
  /** How large its files may be, and how many, as the island reads it. */
  readonly fileLimits: Attributes;
  /** Ids of what describes the control: its hint, where one is printed, and its errors. */
  readonly described: string;
  readonly attributes: {
    readonly label: Attributes;
    readonly hint: Attributes;
    readonly error: Attributes;
  };
}
