/** Mistakes in the use of the components, said to the developer. */
import { developerError } from '../developer-error.js';

/** A Field has children and a hint, and no place for it: `aria-describedby` would name nothing. */
export function lostHint(name: string) {
  return developerError(
    'The hint has no place',
    `<Field> "${name}" has a hint, and no <Hint /> among its children.`,
    'Put `<Hint />` among the children.',
    'Pass `hint={false}` if it has none.',
  );
}

/** A `<Hint>` whose field says nothing of a hint. */
export function hintWithoutText(name: string) {
  return developerError(
    'A hint that its field does not know',
    `<Hint> stands in <Field> "${name}", which has no hint, so nothing would point to it.`,
    'Pass `hint="…"` to the Field, or markup with `slot="hint"`, and `<Hint />` prints it.',
  );
}

/** Choices need a name for the whole, which only a `<fieldset>` can give. */
export function groupWithoutField(name: string) {
  return developerError(
    'A group without a fieldset',
    `<Control> prints the choices of "${name}", and nothing names them as a group.`,
    'Give `as="radio"` or `as="checkboxes"` to the `<Field>` around it.',
  );
}

/** Radio buttons and boxes of a group are all of one group. */
export function headingsInGroup(name: string) {
  return developerError(
    'Headings among radio buttons or boxes',
    `the options of "${name}" are under headings, which only a <select> has.`,
    'Leave out `as`, and the choices are those of a `<select>`.',
    'Give the options without headings.',
  );
}

/** `reveal` is for what is hidden while it is typed. */
export function nothingToReveal(name: string, control: string) {
  return developerError(
    'Nothing to reveal',
    `\`reveal\` is given for "${name}", which is printed as "${control}" and hides nothing.`,
    'Pass `type="password"`, or `.meta({ type: \'password\' })` in the schema.',
    'Leave out `reveal`.',
  );
}

/** `count` says how many characters of a limit are left. */
export function nothingToCount(name: string, control: string) {
  return developerError(
    'Nothing to count to',
    `\`count\` is given for "${name}", which is printed as "${control}" and has no limit of characters.`,
    'Add `.max(n)` to the string in the schema, or pass `maxlength={n}`.',
    'Leave out `count`.',
  );
}

/** HTML has suggestions for what is typed or set, and for nothing that is chosen. */
export function noSuggestions(name: string, control: string) {
  return developerError(
    'Suggestions that no browser shows',
    `\`suggestions\` are given for "${name}", which is printed as "${control}".`,
    'Use a text, number, date or range control.',
    'For a choice pass `options`.',
  );
}

/** Astro calls such a function without an argument. */
export function functionInForm() {
  return developerError(
    'A function as the child of <ActionForm>',
    'the children of <ActionForm> get no argument.',
    'Call `const form = getForm(Astro, actions.name)` in the frontmatter, pass `{form}`, and use `form.fields`.',
    'For the rows of a list, give the function to `<FieldList>`.',
  );
}

/** Astro drops such markup without a word. */
export function markupBesideFunction(name: string) {
  return developerError(
    'Markup beside the function of <FieldList>',
    `the list "${name}" has a function as its child, and something else that would not be printed.`,
    'Move it into the function, to have it in every row.',
    'Move it before or after the `<FieldList>`, or into its slots `before` and `after`.',
  );
}

/** The form is given twice, or not at all. */
export function formOrAction() {
  return developerError(
    'An <ActionForm> of nothing',
    'it got neither `form` nor `action`.',
    'Pass `form={getForm(Astro, actions.name)}`, or `action={actions.name}`.',
  );
}
