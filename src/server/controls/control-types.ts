import type { Constraints } from '../../schema/constraints.js';
import type { ControlKind } from '../../schema/control.js';
import type { FieldParts } from '../../schema/parts.js';
import type { KeptView } from '../form/field-view.js';
import type { Aid, AidRequest } from './aids.js';
import type { Attributes } from './merge-attributes.js';
import type { ChoiceSource, ControlOption, OptionGroup, OptionSource } from './options.js';
import type { Suggestions } from './suggestions.js';

/** How a field may be printed, instead of how its schema asks. */
export type ControlShape = 'input' | 'select' | 'textarea' | 'radio' | 'checkboxes';

/** What the page asks of a control, beside what the schema says. */
export interface ControlRequest {
  readonly as?: ControlShape | undefined;
  /** Type of an `<input>`. */
  readonly type?: string | undefined;
  readonly options?: OptionSource | undefined;
  readonly suggestions?: ChoiceSource | undefined;
  /** What is to stand beside the control. */
  readonly aids?: AidRequest | undefined;
  /** Whether an element with the field's hint is on the page. */
  readonly hint: boolean;
  /** A GET form shows what it sends in the URL: nothing is sent for a box that is not ticked. */
  readonly method: 'get' | 'post';
  /** Attributes that win over the schema's; `undefined` is "not given", `false` takes a constraint away. */
  readonly given: Attributes;
}

/** The part of a field's view that a control is printed from. */
export interface ControlField {
  readonly name: string;
  readonly id: string;
  readonly controlKind: ControlKind;
  readonly value: string;
  readonly values: readonly string[];
  readonly checked: boolean;
  readonly errors: readonly string[];
  readonly constraints: Constraints;
  readonly secret: boolean;
  readonly kept?: readonly KeptView[];
  readonly fileLimits?: Attributes;
  readonly parts?: FieldParts | undefined;
}

/** Sent before the control, so that the server sees that nothing was ticked. */
export interface HiddenInput {
  readonly name: string;
  readonly value: string;
  readonly form?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface KeptElement extends KeptView {
  /** Of its text, which describes the control. */
  readonly id: string;
}

/** A choice of a `<select>`. */
export interface SelectOption extends ControlOption {
  readonly selected: boolean;
}

/** An `<optgroup>`. */
export interface SelectGroup extends OptionGroup {
  readonly options: readonly SelectOption[];
}

/** A radio button or a box of a group. */
export interface GroupChoice {
  readonly label: string;
  readonly attributes: Attributes;
}

/** What a control is printed as. */
export type ControlElement =
  | {
      readonly tag: 'input';
      readonly attributes: Attributes;
      readonly hidden?: HiddenInput;
      /** Files that were kept, before the control that replaces them or adds to them. */
      readonly kept?: readonly KeptElement[];
      readonly suggestions?: Suggestions | undefined;
      readonly aids?: readonly Aid[];
    }
  | {
      readonly tag: 'textarea';
      readonly attributes: Attributes;
      readonly text: string;
      readonly aids?: readonly Aid[];
    }
  | {
      readonly tag: 'select';
      readonly attributes: Attributes;
      readonly options: readonly (SelectOption | SelectGroup)[];
      readonly hidden?: HiddenInput;
    }
  | {
      readonly tag: 'group';
      /** Of the `<fieldset>` around the choices. The field's own id is on the first choice, which links and focus go to. */
      readonly box: Attributes;
      readonly options: readonly GroupChoice[];
      readonly hidden?: HiddenInput;
    };

export type ControlElementOf<TTag extends ControlElement['tag']> = Extract<ControlElement, { tag: TTag }>;
