import { answerMessages } from '../../shared/answer-messages.js';
import type { Messages } from '../../shared/messages.js';
import { silenceMessages } from '../../shared/silence-messages.js';
import { FORM_ATTRIBUTE, MESSAGES_ATTRIBUTE, TITLE_ATTRIBUTE, URL_ATTRIBUTE } from '../../shared/wire.js';
import { DIRTY_ATTRIBUTE } from '../../shared/wire-unsaved.js';
import type { Attributes } from './field-view.js';
import { toIslandAttributes, type IslandOptions } from './island-attributes.js';

export interface PostTarget {
  readonly id: string;
  readonly action: string;
  /** The page's query and the action to run. */
  readonly url: string;
  /** Astro's RPC endpoint of the action. */
  readonly endpoint: string;
  readonly multipart: boolean;
  readonly island: IslandOptions;
  /** Whether it comes with what a person typed, and nobody has taken. */
  readonly hasFailed: boolean;
  readonly messages: Messages;
}

/** The attributes of a `<form>` that posts to an action. */
export function postAttributes(target: PostTarget): Attributes {
  const { island } = target;
  return {
    id: target.id,
    method: 'post',
    action: target.url,
    enctype: target.multipart ? 'multipart/form-data' : undefined,
    [FORM_ATTRIBUTE]: target.action,
    [URL_ATTRIBUTE]: target.endpoint,
    [TITLE_ATTRIBUTE]: target.messages.titlePrefix,
    ...toIslandAttributes(island),
    [DIRTY_ATTRIBUTE]: island.unsaved && target.hasFailed ? '' : undefined,
    [MESSAGES_ATTRIBUTE]: changedMessages(target.messages),
  };
}

/** As JSON; undefined where none is. Messages are the site's, and the same with every form. */
function changedMessages(messages: Messages): string | undefined {
  const known = changed.get(messages);
  if (known !== undefined) return known.json;
  const json = toChanged(messages);
  changed.set(messages, { json });
  return json;
}

const changed = new WeakMap<Messages, { readonly json: string | undefined }>();

/** What the island says by itself. All other texts come with what the server prints or answers. */
const islandMessages = { ...silenceMessages, ...answerMessages };
const islandKeys = Object.keys(islandMessages) as (keyof typeof islandMessages)[]; // why: Object.keys forgets which

function toChanged(messages: Messages): string | undefined {
  const entries = islandKeys.flatMap((key) => (messages[key] === islandMessages[key] ? [] : [[key, messages[key]]]));
  return entries.length === 0 ? undefined : JSON.stringify(Object.fromEntries(entries));
}
