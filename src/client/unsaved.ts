import { DIRTY_ATTRIBUTE, UNSAVED_ATTRIBUTE } from '../shared/wire-unsaved.js';
import type { Kit } from './kit.js';

const MARK = Symbol.for('astro-action-forms.unsaved');
/** In the state of an entry of the history: the id of the form that was saved on its page, and left by a redirect. */
const SAVED = '_action_saved';

/** What Astro's ClientRouter says before it leaves a page; prevented, the browser leaves it by itself, and asks. */
interface BeforePreparation extends Event {
  readonly from: URL;
  readonly navigationType: string;
  readonly sourceElement?: Element;
  readonly formData?: FormData;
}

/**
 * Marks forms with `data-action-unsaved`, and their controls, while they differ from what came with the page or was
 * sent; leaving the page with such changes is asked about where a form says `ask`. Watches the document, once.
 */
export function watchChanges({ own }: Pick<Kit, 'own'>): void {
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  /** Forms whose changes are with the server, until they are edited again. */
  const sent = new WeakSet<HTMLFormElement>();
  /** Whether forms came with what a person had typed, and no success has followed yet. */
  const cameDirty = new WeakMap<HTMLFormElement, boolean>();
  const attribute = (form: HTMLFormElement, name: string) => own(form, 'getAttribute')(name);

  markAll();
  document.addEventListener('astro:page-load', markAll);
  for (const type of ['input', 'change', 'actionform:edit'] as const) {
    document.addEventListener(type, ({ target }) => {
      const form = ownerOf(target);
      if (!form) return;
      sent.delete(form);
      if (wasSaved(form)) noteSaved();
      mark(form);
    });
  }
  document.addEventListener('reset', ({ target }) => {
    // why: forms alone are reset; the values are the old ones until the event is over
    const form = target as HTMLFormElement;
    cameDirty.set(form, false);
    setTimeout(() => mark(form));
  });
  document.addEventListener('actionform:success', ({ detail: { form, location } }) => {
    cameDirty.set(form, false);
    // What is gone to another page with is saved, though the form still shows it, and will when the person comes back.
    if (location) {
      sent.add(form);
      if (attribute(form, UNSAVED_ATTRIBUTE) !== null) noteSaved(attribute(form, 'id'));
    }
    mark(form);
  });
  document.addEventListener('actionform:end', ({ detail }) => mark(detail.form));
  // A form that the browser posts by itself takes its changes along.
  addEventListener('submit', (event) => {
    if (!event.defaultPrevented && event.target instanceof HTMLFormElement) sent.add(event.target);
  });
  addEventListener('pageshow', () => {
    // A page that comes back from the browser's cache: what the browser had posted may not have been saved.
    document.querySelectorAll<HTMLFormElement>(`form[${DIRTY_ATTRIBUTE}]`).forEach((form) => sent.delete(form));
    markAll();
  });

  let leaving: URL | undefined;
  addEventListener('beforeunload', (event) => {
    if (!mayLose()) return;
    event.preventDefault();
    const from = leaving;
    leaving = undefined;
    // A timer runs only if the person stays; going back had changed the address already.
    if (from) setTimeout(() => history.pushState(history.state, '', from));
  });
  document.addEventListener('astro:before-preparation', (event) => {
    // why: the event of that name is ClientRouter's
    const { from, navigationType, sourceElement, formData } = event as BeforePreparation;
    leaving = undefined;
    if (!mayLose(formData && ownerOf(sourceElement ?? null))) return;
    event.preventDefault();
    if (navigationType === 'traverse') leaving = from;
  });

  /** Marks what was changed before anybody listened, and what the browser has put back. */
  function markAll(): void {
    document.querySelectorAll<HTMLFormElement>(`form[${UNSAVED_ATTRIBUTE}]`).forEach(mark);
  }

  function wasSaved(form: HTMLFormElement): boolean {
    const id = attribute(form, 'id');
    return id !== null && history.state?.[SAVED] === id;
  }

  /** Whether leaving loses changes of a form that asks, other than of the one that is being sent. */
  function mayLose(submitted?: HTMLFormElement | null): boolean {
    const asking = document.querySelectorAll<HTMLFormElement>(`form[${UNSAVED_ATTRIBUTE}=ask][${DIRTY_ATTRIBUTE}]`);
    return [...asking].some((form) => form !== submitted && !sent.has(form));
  }

  function mark(form: HTMLFormElement): void {
    if (attribute(form, UNSAVED_ATTRIBUTE) === null) return;
    if (!cameDirty.has(form)) {
      cameDirty.set(form, attribute(form, DIRTY_ATTRIBUTE) !== null);
      if (wasSaved(form)) sent.add(form);
    }
    let isDirty = cameDirty.get(form) === true;
    for (const control of own(form, 'elements')) {
      // why: listed elements that have no value lack these members, and are passed over
      const changed = !sent.has(form) && isChanged(control as HTMLInputElement & HTMLSelectElement);
      control.toggleAttribute(DIRTY_ATTRIBUTE, changed);
      isDirty ||= changed;
    }
    own(form, 'toggleAttribute')(DIRTY_ATTRIBUTE, isDirty && !sent.has(form));
  }
}

/** Other states of the entry are a router's, and stay. */
function noteSaved(id?: string | null): void {
  history.replaceState({ ...history.state, [SAVED]: id }, '');
}

function ownerOf(target: EventTarget | null): HTMLFormElement | null {
  if (target instanceof HTMLFormElement) return target;
  // why: what is edited on a page is an element; controls have their form, also where they stand outside of it
  return (target as HTMLInputElement | null)?.form ?? (target as Element | null)?.closest?.('form') ?? null;
}

function isChanged(control: HTMLInputElement & HTMLSelectElement): boolean {
  const { type, value, defaultValue } = control;
  if (/^(hidden|submit|image|reset|button|fieldset|output)$/.test(type)) return false;
  if (!control.matches('input,select,textarea')) return defaultValue !== undefined && value !== defaultValue;
  if (/^(checkbox|radio)$/.test(type)) return control.checked !== control.defaultChecked;
  if (/^file$/.test(type)) return control.files?.length !== 0;
  if (type.startsWith('select')) return isChosenAnew(control);
  return value !== defaultValue && value !== shownOf(control);
}

function isChosenAnew({ multiple, size, options }: HTMLSelectElement): boolean {
  const all = [...options];
  // What a browser chooses by itself; in a list of several lines, nothing.
  const first = size > 1 ? undefined : all.find((option) => !option.matches(':disabled'));
  const only = all.filter((option) => option.defaultSelected).at(-1) ?? first;
  return all.some((option) => option.selected !== (multiple ? option.defaultSelected : option === only));
}

/** What a browser makes of the default: ranges and colours have a value without one, and times come without seconds. */
function shownOf(control: HTMLInputElement): string {
  // why: a clone is of the same kind
  const blank = control.cloneNode() as HTMLInputElement;
  blank.value = control.defaultValue;
  return blank.value;
}
