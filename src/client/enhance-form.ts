import type { ValidateMode } from '../shared/validate-mode.js';
import { MANY_FIELDS } from '../shared/many-fields.js';
import { toTimeout } from '../shared/timeout.js';
import { TIMEOUT_ATTRIBUTE } from '../shared/wire.js';
import { AIDED_ATTRIBUTE } from '../shared/wire-aids.js';
import { REMOVE_TEXT_ATTRIBUTE } from '../shared/wire-chosen.js';
import { ENHANCED_ATTRIBUTE, VALIDATE_ATTRIBUTE } from '../shared/wire-live.js';
import { REPEAT_ATTRIBUTE } from '../shared/wire-repeat.js';
import { DIRTY_ATTRIBUTE, UNSAVED_ATTRIBUTE } from '../shared/wire-unsaved.js';
import { attribute, own } from './form.js';
import { kit } from './kit.js';
import { takeOver } from './take-over.js';

/** What an enhanced form does beside submitting. Left out, its attributes say it. */
export interface EnhanceOptions {
  /** Milliseconds that the server may take to answer; `0` or `Infinity` for no limit. 30 seconds by default, and for uploads no limit. */
  readonly timeout?: number;
  /** What becomes of a submission while another one is under way. By default it is dropped. */
  readonly repeat?: 'abort' | 'queue';
  /** `mark` marks changes that were not sent with `data-action-dirty`; `ask` also has the browser ask before the page is left. */
  readonly unsaved?: 'mark' | 'ask';
  /** When fields are checked by the server's schema. By default those that show an error, when they are edited. */
  readonly validate?: ValidateMode;
}

/** Attributes of ours and their values. */
type Attributes = Readonly<Record<string, string>>;

/** Has one caller more for a form. Gives what undoes it. */
type Join = (attributes: Attributes) => () => void;

/** Where a form has its `Join`: on the form, since a page may load two copies of the package. */
const JOIN = Symbol.for('astro-action-forms.enhance-form');

/**
 * Enhances one form that is not inside an `<action-form>`: a form written by hand, or one that a framework renders.
 * Parts that the form asks for load by themselves.
 *
 * Gives what undoes it. A form may be given again, by the same script or another one: it is enhanced until all of them
 * have undone it, and is then as it was before. Options of a later caller go before those of an earlier one.
 *
 * @example
 * const stop = enhanceForm(document.querySelector('form')!, { timeout: 10_000, unsaved: 'ask' });
 *
 * @throws TypeError for what is no form, such as the `null` of a selector that finds none.
 */
export function enhanceForm(form: HTMLFormElement, options: EnhanceOptions = {}): () => void {
  assertForm(form);
  // why: a form alone has it, put there below
  const join = (Reflect.get(form, JOIN) as Join | undefined) ?? share(form);
  return join(toAttributes(options));
}

/** By its name, since a form of another frame is of another class. */
function assertForm(given: unknown): void {
  const [, name] = /^\[object (.*)]$/.exec(Object.prototype.toString.call(given)) ?? [];
  if (name === 'HTMLFormElement') return;
  throw new TypeError(
    `[astro-action-forms] enhanceForm() needs a <form> element, and was given ${given == null ? given : name}. Is the form on the page when the script runs, and does the selector name it?`,
  );
}

function toAttributes({ timeout, repeat, unsaved, validate }: EnhanceOptions): Attributes {
  const given = Object.entries({
    [TIMEOUT_ATTRIBUTE]: timeout === undefined ? undefined : toTimeout(timeout),
    [REPEAT_ATTRIBUTE]: repeat,
    [UNSAVED_ATTRIBUTE]: unsaved,
    [VALIDATE_ATTRIBUTE]: validate,
    [ENHANCED_ATTRIBUTE]: '',
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

/** Listens on a form until its last caller has undone it. */
function share(form: HTMLFormElement): Join {
  const life = new AbortController();
  /** What each caller asks for, in the order of their calls. */
  const callers = new Set<Attributes>();
  /** Attributes as they were before a caller set them. Those that none has set are nobody's business here. */
  const before: Record<string, string | null> = {};

  const join: Join = (attributes) => {
    for (const name of Object.keys(attributes)) if (!(name in before)) before[name] = attribute(form, name);
    callers.add(attributes);
    write(form, Object.assign({}, before, ...callers));
    // Without a part that cannot be loaded the form works as it does without being asked for it.
    loadParts(form).catch((error: unknown) =>
      console.warn('[astro-action-forms] A part of the island is missing.', error),
    );
    return () => {
      if (!callers.delete(attributes)) return;
      write(form, Object.assign({}, before, ...callers));
      if (callers.size > 0) return;
      life.abort();
      Reflect.deleteProperty(form, JOIN);
    };
  };
  takeOver(form, life.signal);
  Reflect.set(form, JOIN, join);
  return join;
}

function write(form: HTMLFormElement, attributes: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) own(form, 'removeAttribute')(name);
    else own(form, 'setAttribute')(name, value);
  }
  // What marks changes leaves a form alone that does not ask for it.
  if (attributes[UNSAVED_ATTRIBUTE] !== null) return;
  own(form, 'removeAttribute')(DIRTY_ATTRIBUTE);
  for (const control of own(form, 'elements')) control.removeAttribute(DIRTY_ATTRIBUTE);
}

async function loadParts(form: HTMLFormElement): Promise<void> {
  if (attribute(form, VALIDATE_ATTRIBUTE) !== 'false') void kit.live();
  if (attribute(form, REPEAT_ATTRIBUTE) !== null) (await import('./repeat.js')).watchRepeats(kit);
  if (attribute(form, UNSAVED_ATTRIBUTE) !== null) (await import('./unsaved.js')).watchChanges(kit);
  if (own(form, 'querySelector')(`[${AIDED_ATTRIBUTE}]`)) (await import('./aids.js')).watchAids();
  if (attribute(form, 'enctype') === 'multipart/form-data') (await import('./upload.js')).watchUploads(kit);
  if (own(form, 'elements').length > MANY_FIELDS) (await import('./in-steps.js')).showInSteps(kit);
  if (own(form, 'querySelector')(`[${REMOVE_TEXT_ATTRIBUTE}]`)) (await import('./chosen.js')).watchChosen();
}
