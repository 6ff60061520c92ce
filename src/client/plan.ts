import type { AnswerCode } from '../shared/answer-messages.js';
import { type SilenceCode, silenceMessages } from '../shared/silence-messages.js';
import { ACTION_QUERY, FORM_ATTRIBUTE, MESSAGES_ATTRIBUTE, NATIVE_ATTRIBUTE, URL_ATTRIBUTE } from '../shared/wire.js';
import { attribute, own, type Submitter } from './form.js';

/** Where a submission goes and how it is encoded. */
export interface Plan {
  readonly action: string;
  readonly url: string;
  readonly enctype: string;
  /** What is said when no answer of an action comes, as far as the island and the form have the texts. */
  readonly texts: Readonly<Record<SilenceCode, string> & Partial<Record<AnswerCode, string>>>;
}

/** Where the last click was, if a modifier key was held: what that submits goes to another tab. */
let modified: Node | null = null;

/** Told of every click, and of every submission when its plan is made: the same button may submit by a script later. */
export function noteModifiers(event: MouseEvent | (SubmitEvent & Partial<Record<Modifier, undefined>>)): void {
  const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  // why: what is clicked on a page is a node
  modified = isModified ? (event.target as Node) : null;
}

type Modifier = 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey';

/**
 * What the form and its submitter ask for, by the rules of HTML's form submission algorithm. Nothing when the browser
 * has to send it: no action, opted out, a click with a modifier key, another method, target, origin or encoding than the
 * island knows. Throws where the form's messages are no JSON.
 */
export function planSubmission(form: HTMLFormElement, submitter: Submitter | null): Plan | undefined {
  const isOverridden = (name: string) => submitter?.hasAttribute(`form${name}`);
  const ask = (name: 'Action' | 'Enctype' | 'Method' | 'Target'): string =>
    submitter && isOverridden(name) ? submitter[`form${name}`] : own(form, name.toLowerCase());
  let action = attribute(form, FORM_ATTRIBUTE);
  let url = attribute(form, URL_ATTRIBUTE);
  const enctype = ask('Enctype');
  const href = ask('Action');
  if (
    !url ||
    (attribute(form, NATIVE_ATTRIBUTE) ?? submitter?.getAttribute(NATIVE_ATTRIBUTE)) != null ||
    ask('Method') !== 'post' ||
    enctype === 'text/plain' ||
    !/^(_self)?$/i.test(ask('Target')) ||
    !href.startsWith(`${location.origin}/`) ||
    submitter?.contains(modified)
  ) {
    return;
  }
  if (isOverridden('Action')) {
    // A submitter's own address counts only where it names an action; a blank one is the page itself.
    const other = new URL(href).searchParams.get(ACTION_QUERY);
    if (!other) return;
    action = other;
    url = url.replace(/[^/]+(?=\/?$)/, () => other);
  }
  return {
    action: action!, // why: whoever prints the endpoint prints the name
    url,
    enctype,
    // why: an attribute that is missing is read as JSON's null, which adds nothing
    texts: { ...silenceMessages, ...JSON.parse(attribute(form, MESSAGES_ATTRIBUTE) as string) },
  };
}
