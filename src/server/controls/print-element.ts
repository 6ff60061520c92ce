import { addAttribute, escapeHTML, markHTMLString } from 'astro/runtime/server/index.js';
import type { Attributes } from './merge-attributes.js';

/**
 * An element of ours as text, with what Astro makes of its attributes. In a template every element, attribute and text is a
 * thing of its own that Astro renders when its turn comes; a page has hundreds of ours.
 *
 * @param content HTML; none for a void element.
 */
export function printElement(tag: string, attributes: Attributes, content?: string): string {
  // Joined and not added up: a sum keeps its parts until somebody reads it, and a page is kept longer than its answer takes.
  const parts = [`<${tag}`];
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== null) parts.push(printAttribute(name, value));
  }
  parts.push(content === undefined ? '>' : `>${content}</${tag}>`);
  return parts.join('');
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
  if (typeof value === 'string' && value !== '' && isOrdinary(name)) return ` ${name}="${escapeAttribute(value)}"`;
  if (typeof value === 'number' && ordinary.has(name)) return ` ${name}="${value}"`;
  if (typeof value === 'boolean' && switches.has(name)) return value ? ` ${name}` : '';
  return String(addAttribute(value, name));
}

/** Text as the value of an attribute, between quotes. */
export function escapeAttribute(value: string): string {
  if (!value.includes('&') && !value.includes('"')) return value;
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Names that are printed as they are, whatever text is in them: those of ours, all of them known. */
const ordinary: ReadonlySet<string> = new Set(
  'id name type value for class min max step href minlength maxlength pattern accept autocomplete inputmode enterkeyhint placeholder role tabindex'.split(
    ' ',
  ),
);

/** Names that are printed alone, or not at all. */
const switches: ReadonlySet<string> = new Set('required checked selected hidden autofocus disabled'.split(' '));

function isOrdinary(name: string): boolean {
  return ordinary.has(name) || name.startsWith('data-action-') || name.startsWith('aria-');
}
