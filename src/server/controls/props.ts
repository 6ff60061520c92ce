import type { HTMLAttributes } from 'astro/types';
import type { Form } from '../form/form-types.js';
import type { Token } from '../form/tokens.js';
import type { ControlShape } from './control-types.js';
import type { ChoiceSource, OptionSource } from './options.js';

type Input = HTMLAttributes<'input'>;
type Textarea = HTMLAttributes<'textarea'>;

/** A form from `getForm`, whatever its schema. */
export type AnyForm = Pick<Form<never>, 'id' | 'attributes' | 'message' | 'title'>;

/** Which field is meant. */
export interface FieldProps {
  /** The field, of `getForm(…).fields`. */
  of?: Token<unknown>;
  /** The field by name, where there is no `form`: `items[0].sku`. Checked in dev. */
  name?: string;
}

/** What the schema constrains. Given here it wins over the schema, and `false` takes the constraint away. */
export interface ConstraintProps {
  required?: boolean;
  min?: Input['min'] | false;
  max?: Input['max'] | false;
  step?: Input['step'] | false;
  minlength?: Input['minlength'] | false;
  maxlength?: Input['maxlength'] | false;
  pattern?: Input['pattern'] | false;
  accept?: Input['accept'] | false;
}

/** What the toolkit itself prints on a control. */
type Own = 'id' | 'name' | 'type' | 'value' | 'checked';

/** Attributes of a control, be it an `<input>`, a `<textarea>` or a `<select>`, and how it is to be printed. */
export interface ControlProps
  extends Omit<Input, Own | keyof ConstraintProps>, Pick<Textarea, 'rows' | 'cols' | 'wrap'>, ConstraintProps {
  /** What to print instead of what the schema asks for. */
  as?: ControlShape;
  /** Type of the `<input>`. */
  type?: string;
  /**
   * What can be chosen: `[{ value, label }]`, an array of strings, or labels by value; of a `<select>` also under headings,
   * `[{ label: 'Fruit', options: ['apple', 'pear'] }]`.
   */
  options?: OptionSource;
  /** What is proposed while something is typed. Anything else may be typed too. */
  suggestions?: ChoiceSource;
  /** Of a password: a button that shows what was typed. It comes with the script of an enhanced form, and is not there without. */
  reveal?: boolean;
  /**
   * Of a text with a limit: how many characters are left, counted as the schema counts. Without a script the limit itself is
   * said. `maxlength={false}` beside it lets people type past the limit, and shorten then.
   */
  count?: boolean;
  /** Of a range in an enhanced form: what is said of its value, as in `{value} km`. Default: the value. `false`: nothing. */
  output?: boolean | string;
}
