import type { Condition } from '../../shared/condition.js';
import type { Messages } from '../../shared/messages.js';
import type { RawValues } from '../../submission/values.js';
import type { ValidateMode } from '../../shared/validate-mode.js';
import type { RowBounds } from '../../submission/edit-rows.js';
import type { ControlShape } from '../controls/control-types.js';
import type { ChoiceSource } from '../controls/options.js';
import type { EditFocus } from '../edit-form.js';
import type { Attributes, FieldView } from './field-view.js';
import type { FormField } from './form-field.js';

/** One line of the error summary. */
export interface SummaryItem {
  readonly message: string;
  /** Fragment link to the control; absent for errors of the form as a whole. */
  readonly href: string | undefined;
  readonly name: string;
}

export interface FieldViewOptions {
  /** Whether a hint is printed, which `aria-describedby` then names. Default: when the schema has a description. */
  readonly hint?: boolean;
  /** What the page prints, where that is another control than the schema's. */
  readonly as?: ControlShape;
  /** What there is to choose from, where the schema does not say it. */
  readonly options?: ChoiceSource;
  /** When the island has the field checked. Default: as the form says. */
  readonly validate?: ValidateMode;
  /** What holds where the field stands: of a discriminated union, other options than these say nothing of it. */
  readonly given?: readonly Condition[];
  /** Those of them that do not hold: another field of the same name may stand where its own do. */
  readonly unmet?: readonly Condition[];
}

/** What components print of a form. They decide nothing. */
export interface FormView {
  /** HTML id of the `<form>`. */
  readonly id: string;
  readonly state: 'idle' | 'failed' | 'succeeded';
  /** All attributes of the `<form>`. */
  readonly attributes: Attributes;
  /** What a success said. */
  readonly message: string | undefined;
  readonly summary: readonly SummaryItem[];
  readonly messages: Messages;
  readonly enhance: boolean;
  /** What children have printed, so that `<ActionForm>` adds what is missing and the record names the buttons. */
  readonly used: {
    summary: boolean;
    status: boolean;
    /** Whether the status has words for a success that says nothing. */
    says: boolean;
    /** A field is checked before the form has failed. */
    live: boolean;
    readonly submitters: Set<string>;
    /** Whether there are buttons that edit the form: Enter in a field must not press one. */
    intents: boolean;
    /** Whether there are lists that the island can edit. */
    lists: boolean;
    /** The names of its fields. */
    readonly fields: Set<string>;
    /** Whether controls have something beside them that the island keeps up. */
    aids: boolean;
    /** Whether several files can be chosen in a control. */
    chosen: boolean;
    /** Whether buttons of the page's own add rows, which the island fills. */
    fills: boolean;
    /** Whether the island shows, requires or enables what depends on other fields. */
    dependent: boolean;
    /** Whether there are groups that depend on other fields, and the conditions of those that are hidden or disabled. */
    depends: boolean;
    readonly hidden: Condition[];
    /** Whether there is a button that shows the form again. */
    updates: boolean;
    /** Attributes of the first button that submits. */
    submit?: Readonly<Record<string, unknown>>;
  };
  /** @throws AstroError in dev for a name that the schema lacks, with the nearest one that exists. */
  field(name: string, options?: FieldViewOptions): FieldView;
  /** The same for markup that a page prints itself: with the attributes of its control, and what goes with that. */
  control(name: string, options?: FieldViewOptions): FormField;
  /** The names of the rows of a list that are shown, and how many it may have. */
  list(name: string): { readonly rows: readonly string[]; readonly bounds: RowBounds };
  /**
   * What new rows of a list are made from in the page: a row that is not there yet, by its name, and shows what a new one
   * does. Inside of such a row, a list that is one of a row further out again has that one's, which this gives the id of.
   */
  nextRow(
    list: string,
    value: unknown,
    options?: Pick<FieldViewOptions, 'unmet'>,
  ): { readonly name: string } | { readonly like: string };
  /** What a row that is added to a list shows, by the names below it. */
  freshRow(list: string, value: unknown): RawValues;
  /** The field whose value picks an option of a discriminated union, and its values. @throws AstroError for another field. */
  variants(name: string): { readonly tag: string; readonly tags: readonly string[] };
  /** Whether the focus goes there, once: to a row, a list, a button of theirs, or the first control that asks for a row's. */
  takesFocus(on: EditFocus['on'], name: string): boolean;
  /** Value of the hidden `_action_form`; undefined for GET forms. Notes in dev that the form was printed. */
  record(): string | undefined;
  /** Id of the hidden `_action_form`, where what it holds may be another one after a success. */
  readonly recordId: string | undefined;
  /** Value of the hidden `_action_key`; undefined unless the action is done once. */
  key(): string | undefined;
  /** What a button's `formaction` says to run another action from this form. */
  actionUrl(action: { toString(): string }): string;
}
