import type { Constraints } from '../../schema/constraints.js';
import type { ValidateMode } from '../../shared/validate-mode.js';
import type { ControlShape } from '../controls/control-types.js';
import type { ChoiceSource } from '../controls/options.js';
import type { Attributes, KeptView } from './field-view.js';

/** Everything a hand-written control, or one of a UI framework, needs. Plain data. */
export interface FormField {
  readonly name: string;
  readonly id: string;
  /** What is shown, raw: of several texts the last. `''` for secrets. */
  readonly value: string;
  /** All that is shown, raw: of boxes and of a select of several, what is chosen. Empty for secrets and files. */
  readonly values: readonly string[];
  /** Of one box: whether it is ticked. */
  readonly checked: boolean;
  readonly errors: readonly string[];
  readonly constraints: Constraints;
  /**
   * Attributes of the control that the schema asks for, mostly an `<input>`, with its `type` and `value`. Where the page
   * prints another one, `as` says so. The value of a `<textarea>` and of a `<select>` is not among their attributes: it is
   * `value` and `options`. Of radio buttons and boxes they are those of the element around the choices.
   */
  readonly control: Attributes;
  /**
   * What there is to choose from, by the schema or by what the page said; empty for what is no choice, and where neither
   * says any. In a `<select>` of one, an empty choice comes first where nothing need be chosen, or nothing is yet. Made
   * when it is asked for.
   *
   * @example
   * const ink = form.field(form.fields.ink, { as: 'radio' });
   * <fieldset {...ink.control}>
   *   <legend>{ink.labelText}</legend>
   *   {ink.options.map((option) => <label><input {...option.attributes} /> {option.label}</label>)}
   * </fieldset>
   */
  readonly options: readonly FormOption[];
  /**
   * Attributes of the hidden `<input>` that is printed before a box, before boxes and before a `<select>` of several: without
   * it nothing would be sent where nothing is chosen, and the default of the schema would be taken. Undefined for all
   * else, and in a GET form.
   *
   * @example
   * const news = form.field(form.fields.news);
   * {news.hidden && <input {...news.hidden} />}
   * <input {...news.control} />
   */
  readonly hidden: Attributes | undefined;
  /**
   * Files that were kept of an earlier submission that failed; empty for what is no file. Each is sent in the form's hidden
   * `input`, and let go of by the button `remove`.
   */
  readonly kept: readonly KeptView[];
  /** Attributes of its `<label>`. A `<legend>` takes none. */
  readonly label: Attributes;
  /** From `.meta({ label })`, else the name in words. */
  readonly labelText: string;
  /** Attributes of the element with its hint, which the control names where the page asked with `hint: true`. */
  readonly hint: Attributes;
  /** From `.meta({ hint })`, else the schema's description. */
  readonly hintText: string | undefined;
  /** Attributes of the element that shows its errors. */
  readonly error: Attributes;
}

/** Something to choose. */
export interface FormOption {
  readonly value: string;
  readonly label: string;
  /** Whether it is chosen. */
  readonly selected: boolean;
  /** Attributes of its `<option>`, radio button or box, with its `value` and what says that it is chosen. */
  readonly attributes: Attributes;
}

export interface FormFieldOptions {
  /** Whether the page prints a hint under the id `<control id>-hint`. Default false. */
  readonly hint?: boolean;
  /**
   * What the page prints: `control` then has the attributes of that element and no others. Default: what the schema asks
   * for, and with `options` a `<select>`.
   *
   * @example
   * const about = form.field(form.fields.about, { as: 'textarea' });
   * <textarea {...about.control}>{about.value}</textarea>
   */
  readonly as?: ControlShape;
  /**
   * What there is to choose from, where the schema does not say it: `[{ value, label, disabled }]`, an array of strings, or
   * labels by value.
   */
  readonly options?: ChoiceSource;
  /** When the island has this field checked. Default: as the form says. */
  readonly validate?: ValidateMode;
}
