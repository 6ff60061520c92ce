import type { own as Own } from './form.js';

/** A page that is being fetched for the sake of some regions. */
interface Refresh {
  readonly selectors: ReadonlySet<string>;
  /** Forms whose success it follows, with what they held then: unless edited since, a fresh copy takes their place. */
  readonly forms: ReadonlyMap<Element, string>;
  readonly call: AbortController;
  over?: Promise<void>;
}

/** A later refresh brings what an earlier one would have, which may be older than what has happened since. */
let latest: Refresh | undefined;

/**
 * Fetches the page and replaces what the selectors find, one for one: by id, else by order. Scroll and focus stay, and
 * so do other forms in it that are being sent or filled in. A page that cannot be had, or that turns out to be another
 * one, changes nothing.
 *
 * @param form Whose success this follows.
 */
export async function refresh(selectors: string, form: HTMLFormElement, own: typeof Own): Promise<void> {
  // One that is none must not spoil those of other forms.
  document.querySelector(selectors);
  latest?.call.abort();
  const current: Refresh = {
    selectors: new Set([...(latest?.selectors ?? []), selectors]),
    forms: new Map([...(latest?.forms ?? []), [form, contentOf(form)]]),
    call: new AbortController(),
  };
  latest = current;
  await (current.over = bring(current, own));
}

async function bring(current: Refresh, own: typeof Own): Promise<void> {
  const { call, forms } = current;
  const selectors = [...current.selectors].join();
  const { body } = document;
  const { pathname } = location;
  try {
    const headers = { Accept: 'text/html' };
    const response = await fetch(location.href, { headers, cache: 'reload', signal: call.signal });
    const text = await response.text();
    call.signal.throwIfAborted();
    // A router may have put another page in the place of the one that this is of.
    if (!response.ok || response.redirected || !body.isConnected || location.pathname !== pathname) return;
    const fresh = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll(selectors)];
    const { scrollX, scrollY } = window;
    for (const [index, region] of document.querySelectorAll(selectors).entries()) {
      // A form with a field of that name has it for its `id`.
      const id = region.getAttribute('id');
      const replacement = id ? fresh.find((part) => part.getAttribute('id') === id) : fresh[index];
      if (replacement && region.isConnected)
        replace(region, replacement, (form) => isInUse(form, forms.get(form), own), own);
    }
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  } catch (error) {
    if (latest === current) throw error;
    await latest?.over;
  } finally {
    if (latest === current) latest = undefined;
  }
}

function replace(
  region: Element,
  replacement: Element,
  stays: (form: HTMLFormElement) => boolean,
  own: typeof Own,
): void {
  const active = document.activeElement;
  const place = stopsIn(region).findIndex((stop) => stop === active);
  const edit = readEdit(active);
  if (region instanceof HTMLFormElement && stays(region)) return;
  const kept = [...region.querySelectorAll('form')].filter(stays);
  for (const form of kept) {
    const id = own(form, 'id');
    if (id) replacement.querySelector(`#${CSS.escape(id)}`)?.replaceWith(form);
  }
  region.replaceWith(replacement);
  // What follows edits in the page has not seen these yet.
  const fresh = [replacement, ...replacement.querySelectorAll('form')];
  for (const form of fresh.filter((part) => part instanceof HTMLFormElement && !kept.includes(part)))
    form.dispatchEvent(new Event('actionform:edit', { bubbles: true }));
  if (!active || active === document.activeElement) return;
  const same = active.isConnected ? active : active.id ? document.getElementById(active.id) : null;
  if (same && edit) writeEdit(same, edit);
  const stops = stopsIn(replacement);
  focus(same ?? stops.at(place) ?? stops.at(-1) ?? replacement);
}

/** What a form would send, to be compared with what it would send later. */
function contentOf(form: HTMLFormElement): string {
  // A file is written as its name: it has no members of its own.
  return JSON.stringify([...new FormData(form)], (_, value) => value.name ?? value);
}

/**
 * Whether a form is being sent, or holds what a person has entered and not sent.
 *
 * @param sent What it held after its own success, if this is what the refresh follows.
 */
function isInUse(form: HTMLFormElement, sent: string | undefined, own: typeof Own): boolean {
  if (sent !== undefined) return sent !== contentOf(form);
  const entered = own(form, 'querySelectorAll')(':is(:user-valid,:user-invalid,:focus)');
  // why: only controls match, and those that lack a member here lack its default too
  const isChanged = ({ value, defaultValue, checked, defaultChecked }: HTMLInputElement) =>
    value !== defaultValue || checked !== defaultChecked;
  return own(form, 'ariaBusy') !== null || ([...entered] as HTMLInputElement[]).some(isChanged);
}

/** What the Tab key stops at: not what is disabled or inside of a closed `<details>`. */
function stopsIn(region: Element): Element[] {
  return [
    ...region.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]'),
  ].filter((stop) => stop.checkVisibility() && !stop.matches(':disabled,[tabindex="-1"]'));
}

function focus(element: Element): void {
  // why: Element has no focus(), but everything that is rendered as HTML or SVG has
  const target = element as HTMLElement;
  target.focus({ preventScroll: true });
  if (target.matches(':focus')) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

type Edit = Partial<HTMLTextAreaElement>;

/** The text that is being edited, where there is one; of an email address or a number nobody knows the caret. */
function readEdit(element: Element | null): Edit | undefined {
  // why: what has a caret, or a default that is none of its own, is a control with a text
  const { type, value, defaultValue = value, selectionStart, selectionEnd } = (element ?? {}) as Edit;
  if (selectionStart != null) return { value, selectionStart, selectionEnd } as Edit;
  return type === 'file' || value === defaultValue ? undefined : ({ value } as Edit);
}

function writeEdit(element: Element, edit: Edit): void {
  if ('selectionStart' in element) Object.assign(element, edit);
}
