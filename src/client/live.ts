import type { Kit } from './kit.js';
import { type EditedField, editedField, showsError } from './live/field.js';
import { checkSoon, forget, PAUSE, progressOf } from './live/queue.js';

/** A page may load two copies of the package; one of them watches. */
const WATCHED = Symbol.for('astro-action-forms.live');

/**
 * Has the fields of enhanced forms checked by the server's schema while people fill them in, as each form and field says.
 * Touches no field's value, and takes no focus.
 *
 * @param form A form that has shown errors, and may have been edited since it was `sent`.
 */
export function watch(kit: Kit, form?: HTMLFormElement, sent?: FormData): void {
  if (!(WATCHED in document)) listen(kit);
  if (form && sent) tellEdits(form, sent, kit);
}

function listen(kit: Kit): void {
  Reflect.set(document, WATCHED, true);

  function onEdit({ form, control, name, mode }: EditedField, event: Event): void {
    const { edited, due, left } = progressOf(form);
    edited.add(name);
    // why: of other events this is undefined
    if ((event as InputEvent).isComposing) return;
    // What is chosen is complete at once, and so is what is filled in from elsewhere; what is typed is not.
    // why: of other elements the type is undefined, or another one
    const isChoice = /^(radio|checkbox|file|select)/.test((control as HTMLInputElement).type);
    const isComplete = isChoice || !control.matches(':focus-within');
    const isDue = isComplete ? mode !== 'submit' : mode === 'input' && left.has(name);
    if (!isDue && !showsError(form, name, kit)) return;
    due.add(name);
    checkSoon(form, isChoice ? 0 : PAUSE, kit);
  }

  function onLeave({ form, name, mode }: EditedField, { target }: Event): void {
    const { edited, due, left } = progressOf(form);
    // A window that is left leaves the focus where it is.
    if (document.activeElement === target) return;
    if (edited.has(name) && mode !== 'submit') {
      left.add(name);
      due.add(name);
    }
    if (due.size) checkSoon(form, 0, kit);
  }

  const on = (types: string, listener: (event: Event) => void) => {
    for (const type of types.split(' ')) document.addEventListener(type, listener, true);
  };
  const onField = (types: string, listener: (field: EditedField, event: Event) => void) =>
    on(types, (event) => {
      const field = editedField(event, kit);
      if (field) listener(field, event);
    });
  onField('input change compositionend actionform:edit', onEdit);
  onField('focusout', onLeave);
  // Whatever is under way is about what was there before; after an edit of rows, about names that others may have now.
  // why: forms alone are reset, and have events of ours; of a control, which an edit may be about, nothing is known
  on('reset actionform:submit actionform:success actionform:edit', ({ target }) => forget(target as HTMLFormElement));
}

/** Has what was edited before anybody watched heard of, as if it had been just now. */
function tellEdits(form: HTMLFormElement, sent: FormData, { own }: Kit): void {
  const now = new FormData(form);
  // why: what is listed and has no name or type sends nothing, neither before nor after
  for (const control of own(form, 'elements') as Iterable<Element> as Iterable<HTMLInputElement>) {
    // why: a text has neither size nor name, a file has both
    const toText = (data: FormData) =>
      `${data.getAll(control.name).map((value) => (value as File).size + (value as File).name || value)}`;
    // A button is in what it has sent alone.
    if (control.type !== 'submit' && toText(now) !== toText(sent)) control.dispatchEvent(new Event('actionform:edit'));
  }
}
