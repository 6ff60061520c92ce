import { UPDATE_ATTRIBUTE, WHEN_ATTRIBUTE } from '../shared/wire-dependent.js';
import { change, type Dependent } from './dependent/change.js';
import { forgetErrors, LEFT } from './dependent/forget-errors.js';
import type { Kit } from './kit.js';

const MARK = Symbol.for('astro-action-forms.dependent');

/**
 * Shows, enables and requires what depends on other fields as soon as those change, as the server does it where there is no
 * script, and takes its update buttons away. Watches the document, once.
 */
export function watchConditions({ partsOf, showIssues }: Pick<Kit, 'partsOf' | 'showIssues'>): void {
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  updateAll();
  for (const type of ['input', 'change', 'actionform:edit', 'actionform:end'])
    document.addEventListener(type, ({ target }) => updateFor(target));
  // The values are the old ones until the event is over.
  document.addEventListener('reset', ({ target }) => setTimeout(() => updateFor(target)));
  document.addEventListener('astro:page-load', updateAll);
  // Browsers put back what was typed when a page is loaded again, and say nothing of it.
  addEventListener('pageshow', updateAll);

  function updateAll(): void {
    const parts = document.querySelectorAll<Dependent>(`[${WHEN_ATTRIBUTE}],[${UPDATE_ATTRIBUTE}]`);
    for (const form of new Set([...parts].map((part) => part.form))) if (form) update(form);
  }

  function updateFor(target: EventTarget | null): void {
    if (target instanceof HTMLFormElement) return update(target);
    // why: other elements than controls have no form, and name no field that something depends on
    const { form, name } = target as HTMLInputElement;
    if (form && dependentsOf(form).some((part) => part.getAttribute(WHEN_ATTRIBUTE) === name)) update(form);
  }

  function dependentsOf(form: HTMLFormElement): Dependent[] {
    // why: groups and controls alone have the attribute
    return partsOf(form, `[${WHEN_ATTRIBUTE}]`) as Dependent[];
  }

  function update(form: HTMLFormElement): void {
    for (const button of partsOf(form, `[${UPDATE_ATTRIBUTE}]`)) button.hidden = true;
    const parts = dependentsOf(form);
    // What is disabled is not sent, and something else may depend on that. Where they depend on each other, there is an end too.
    for (let turns = parts.length; turns > 0; turns -= 1) {
      const sent = new FormData(form);
      if (parts.filter((part) => change(part, sent)).length === 0) break;
    }
    const groups = parts.filter((part) => part instanceof HTMLFieldSetElement && part.disabled);
    const forgotten = groups.filter((group) => forgetErrors(group, partsOf(form, LEFT)));
    if (forgotten.length > 0 && partsOf(form, LEFT).length === 0) showIssues(form, []);
  }
}
