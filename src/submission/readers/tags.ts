import type { SchemaNode } from '../../schema/kinds.js';
import { childAt } from '../../schema/node-at.js';
import { readBoolean } from './text.js';

/** The options of a discriminated union by what a form sends for their tags. */
export interface Tags {
  byText(text: string): SchemaNode | undefined;
  /** The option of a form that sends no tag: the one with a default, or with `false` for an unticked box. */
  readonly ofMissing: SchemaNode | undefined;
  /** The tag is a box: of a hidden `false` and a ticked `true` the last one counts. */
  readonly lastCounts: boolean;
  /** The default tag of an option, where none was sent. */
  defaultOf(option: SchemaNode, sent: unknown): unknown;
}

/** Works out which tags pick which option. Options may be unions and intersections themselves. */
export function readTags(options: readonly SchemaNode[], discriminator: string): Tags {
  const byText = new Map<string, SchemaNode>();
  const booleans = new Map<boolean, SchemaNode>();
  const defaults = new Map<SchemaNode, unknown>();
  let ofMissing: SchemaNode | undefined;
  for (const option of options) {
    for (const tag of tagsOf(option, discriminator)) {
      for (const [text, value] of membersOf(tag)) {
        if (!byText.has(text)) byText.set(text, option);
        if (typeof value === 'boolean' && !booleans.has(value)) booleans.set(value, option);
      }
      if (tag.defaultValue) defaults.set(option, tag.defaultValue());
      if (tag.optional) ofMissing ??= option;
    }
  }
  const whenMissing = ofMissing ?? booleans.get(false);
  return {
    byText(text) {
      const boolean = booleans.size > 0 ? readBoolean(text) : undefined;
      const option = byText.get(text) ?? (boolean === undefined ? undefined : booleans.get(boolean));
      return option ?? (text === '' ? whenMissing : undefined);
    },
    ofMissing: whenMissing,
    lastCounts: booleans.size > 0,
    defaultOf(option, sent) {
      if (sent !== undefined && sent !== '') return undefined;
      return defaults.get(option) ?? (option === booleans.get(false) ? false : undefined);
    },
  };
}

/** The nodes of a tag: one of an object, several of a union of objects. */
function tagsOf(option: SchemaNode, discriminator: string): SchemaNode[] {
  if (option.kind === 'union') return option.options.flatMap((inner) => tagsOf(inner, discriminator));
  const tag = childAt(option, discriminator);
  return tag ? [tag] : [];
}

function membersOf(tag: SchemaNode): [string, unknown][] {
  if (tag.kind === 'choice') return [...tag.members].map(([text, { value }]) => [text, value]);
  if (tag.kind === 'union') return tag.options.flatMap(membersOf);
  if (tag.kind === 'nothing') return [['', tag.value]];
  return [];
}
