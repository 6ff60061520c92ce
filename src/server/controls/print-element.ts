import { addAttribute, escapeHTML, markHTMLString } from 'astro/runtime/server/index.js';
import type { Attributes } from './merge-attributes.js';

/**
 * An element of ours as text, with what Astro makes of its attributes. In a template every element, attribute and text is a
 * thing of its own that Astro renders when its turn comes; a page has hundreds of ours.
 *
 * @param content HTML; none for a void element.
 */
export function printElement(tag: string, attributes: Attributes, content?: string): string {
  let html = `<${tag}`;
  for (const name in attributes) html += printAttribute(name, attributes[name]);
  return content === undefined ? `${html}>` : `${html}>${content}</${tag}>`;
}

/** Text as HTML. */
export function printText(text: string): string {
  return escapeHTML(text);
}

/** HTML as a template prints it: as it is, with nothing around it that would wait or be rendered. */
export function toHtml(html: string): unknown {
  return markHTMLString(html);
}

/** What Astro does with other values, and with the few names that mean something to it, is Astro's to know. */
function printAttribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' || value === '' || !isOrdinary(name)) return String(addAttribute(value, name));
  return ` ${name}="${needsEscape.test(value) ? escapeAttribute(value) : value}"`;
}

const needsEscape = /[&"]/;

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Names that are printed as they are, whatever text is in them: those of ours, all of them known. */
const ordinary: ReadonlySet<string> = new Set(
  'id name type value for class min max step href minlength maxlength pattern accept autocomplete inputmode placeholder role tabindex'.split(
    ' ',
  ),
);

function isOrdinary(name: string): boolean {
  return ordinary.has(name) || name.startsWith('data-action-') || name.startsWith('aria-');
}
