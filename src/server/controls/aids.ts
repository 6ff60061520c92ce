import {
  COUNT_ATTRIBUTE,
  COUNT_LEFT_ATTRIBUTE,
  COUNT_OVER_ATTRIBUTE,
  OUTPUT_ATTRIBUTE,
  REVEAL_ATTRIBUTE,
} from '../../shared/wire-aids.js';
import type { FormView } from '../form/form-view.js';
import type { ControlField } from './control-types.js';
import type { Attributes } from './merge-attributes.js';
import { nothingToCount, nothingToReveal } from './mistakes.js';

/** What a page asks for beside a control. */
export interface AidRequest {
  /** A button that shows what is typed into a password field. */
  readonly reveal?: boolean | undefined;
  /** How many characters are left. */
  readonly count?: boolean | undefined;
  /** What is said of a range's value, `{value}` in it; `false` says nothing. */
  readonly output?: boolean | string | undefined;
  /** The field's label in words. */
  readonly label: string;
  readonly form: Pick<FormView, 'enhance' | 'messages' | 'used'>;
}

/** An element beside a control, in one box with it. */
export interface Aid {
  readonly tag: 'button' | 'output' | 'p';
  readonly attributes: Attributes;
  readonly text: string;
}

/** Id of the text that says how many characters there may be. */
export function countId(id: string): string {
  return `${id}-count`;
}

/**
 * What stands beside a control. What only works with a script is hidden until the script has come, and is not there at all in
 * a form that is not enhanced; how many characters there may be is said either way.
 *
 * @param type Of an `<input>`, else the tag.
 * @throws AstroError for what the control cannot have.
 */
export function toAids(
  field: ControlField,
  request: AidRequest | undefined,
  type: string,
  maxlength: unknown,
): readonly Aid[] {
  if (request === undefined || isBare(request, type)) return none;
  const aids = [
    ...(request.reveal === true ? toReveal(field, request, type) : []),
    ...(type === 'range' && request.output !== false ? toOutput(field, request) : []),
    ...(request.count === true ? [toCount(field, request, type, maxlength)] : []),
  ];
  if (aids.length > 0 && request.form.enhance) request.form.used.aids = true;
  return aids;
}

const none: readonly Aid[] = [];

function isBare({ reveal, count, output }: AidRequest, type: string): boolean {
  return reveal !== true && count !== true && (type !== 'range' || output === false);
}

function toReveal({ id, name }: ControlField, { label, form }: AidRequest, type: string): Aid[] {
  if (type !== 'password') throw nothingToReveal(name, type);
  if (!form.enhance) return [];
  const { showSecret, hideSecret } = form.messages;
  const attributes = {
    type: 'button',
    [REVEAL_ATTRIBUTE]: hideSecret,
    'aria-label': `${showSecret}: ${label}`,
    'aria-controls': id,
    hidden: true,
  };
  return [{ tag: 'button', attributes, text: showSecret }];
}

/** A control for a range says its value to assistive technology itself. */
function toOutput({ id }: ControlField, { output, form }: AidRequest): Aid[] {
  if (!form.enhance) return [];
  const text = typeof output === 'string' ? output : '{value}';
  return [
    { tag: 'output', attributes: { for: id, [OUTPUT_ATTRIBUTE]: text, 'aria-live': 'off', hidden: true }, text: '' },
  ];
}

/** How many may be typed; the script says how many are left, which would soon be untrue without it. */
function toCount({ id, name, constraints }: ControlField, { form }: AidRequest, type: string, maxlength: unknown): Aid {
  const limit = Number(maxlength ?? constraints.maxlength);
  if (!counted.has(type) || !Number.isSafeInteger(limit)) throw nothingToCount(name, type);
  const { messages, enhance } = form;
  const say = (text: string) => text.replace('{limit}', String(limit));
  const ofScript = {
    [COUNT_ATTRIBUTE]: limit,
    [COUNT_LEFT_ATTRIBUTE]: say(messages.charactersLeft),
    [COUNT_OVER_ATTRIBUTE]: say(messages.charactersOver),
  };
  const attributes = { id: countId(id), [COUNT_ATTRIBUTE]: limit, ...(enhance && ofScript) };
  return { tag: 'p', attributes, text: say(messages.charactersMost) };
}

const counted: ReadonlySet<string> = new Set(['textarea', 'text', 'search', 'url', 'tel', 'email', 'password']);
