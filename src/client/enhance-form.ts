import type { ValidateMode } from '../shared/validate-mode.js';
import { MANY_FIELDS } from '../shared/many-fields.js';
import { toTimeout } from '../shared/timeout.js';
import { TIMEOUT_ATTRIBUTE } from '../shared/wire.js';
import { AIDED_ATTRIBUTE } from '../shared/wire-aids.js';
import { REMOVE_TEXT_ATTRIBUTE } from '../shared/wire-chosen.js';
import { ENHANCED_ATTRIBUTE, VALIDATE_ATTRIBUTE } from '../shared/wire-live.js';
import { REPEAT_ATTRIBUTE } from '../shared/wire-repeat.js';
import { UNSAVED_ATTRIBUTE } from '../shared/wire-unsaved.js';
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

/**
 * Enhances one form that is not inside an `<action-form>`: a form written by hand, or one that a framework renders.
 * Gives what undoes it. Parts that the form asks for load by themselves.
 *
 * @example
 * const stop = enhanceForm(document.querySelector('form')!, { timeout: 10_000, unsaved: 'ask' });
 */
export function enhanceForm(form: HTMLFormElement, options: EnhanceOptions = {}): () => void {
  const life = new AbortController();
  const { timeout, repeat, unsaved, validate } = options;
  for (const [name, value] of [
    [TIMEOUT_ATTRIBUTE, timeout === undefined ? undefined : toTimeout(timeout)],
    [REPEAT_ATTRIBUTE, repeat],
    [UNSAVED_ATTRIBUTE, unsaved],
    [VALIDATE_ATTRIBUTE, validate],
    [ENHANCED_ATTRIBUTE, ''],
  ] as const) {
    if (value !== undefined) own(form, 'setAttribute')(name, String(value));
  }
  takeOver(form, life.signal);
  // Without a part that cannot be loaded the form works as it does without being asked for it.
  loadParts(form).catch((error: unknown) =>
    console.warn('[astro-action-forms] A part of the island is missing.', error),
  );
  return () => {
    life.abort();
    own(form, 'removeAttribute')(ENHANCED_ATTRIBUTE);
  };
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
