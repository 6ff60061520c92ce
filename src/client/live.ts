import type { Kit } from './kit.js';
import { type EditedField, editedField, showsError } from './live/field.js';
import { checkSoon, forget, PAUSE, progressOf, resume } from './live/queue.js';

/** A page may load two copies of the package; one of them watches. */
const WATCHED = Symbol.for('astro-action-forms.live');

/**
 * Has the fields of enhanced forms checked by the server's schema while people fill them in, as each form and field says.
 * Touches no field's value, and takes no focus.
 */
export function watch(kit: Kit): void {
  if (WATCHED in document) return;
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

  const on = (listener: (event: Event) => void, ...types: string[]) => {
    for (const type of types) document.addEventListener(type, listener, true);
  };
  const onField = (listener: (field: EditedField, event: Event) => void, ...types: string[]) =>
    on(
      (event) => {
        const field = editedField(event, kit);
        if (field) listener(field, event);
      },
      ...types,
    );
  onField(onEdit, 'input', 'change', 'compositionend');
  onField(onLeave, 'focusout');
  // Whatever is under way is about what was there before; after an edit of rows, about names that others may have now.
  // why: forms alone are reset, and have events of ours
  on(
    ({ target }) => forget(target as HTMLFormElement),
    'reset',
    'actionform:submit',
    'actionform:success',
    'actionform:edit',
  );
  // why: as above
  on(({ target }) => resume(target as HTMLFormElement, kit), 'actionform:end');
}
