import { noSuggestions } from './mistakes.js';
import { toOptions, type ControlOption, type ChoiceSource } from './options.js';

/** A `<datalist>`: what a person may pick instead of typing it. Anything else may be typed. */
export interface Suggestions {
  readonly id: string;
  readonly options: readonly ControlOption[];
}

/**
 * The suggestions of a control.
 *
 * @param type Of an `<input>`, else the tag.
 * @throws AstroError where HTML has no suggestions.
 */
export function toSuggestions(
  { id, name }: { readonly id: string; readonly name: string },
  source: ChoiceSource | undefined,
  type: string,
): Suggestions | undefined {
  if (source === undefined) return undefined;
  if (!suggested.has(type)) throw noSuggestions(name, type);
  return { id: `${id}-suggestions`, options: toOptions(source) };
}

/** Types to which `list` applies: https://html.spec.whatwg.org/multipage/input.html#the-list-attribute */
const suggested: ReadonlySet<string> = new Set(
  'text search tel url email number range color date month week time datetime-local'.split(' '),
);
