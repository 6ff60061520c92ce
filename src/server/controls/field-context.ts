import { AsyncLocalStorage } from 'node:async_hooks';
import type { FieldView } from '../form/field-view.js';
import type { ControlElement, ControlRequest } from './control-types.js';

/** What a `<Field>` hands to the parts among its children. */
export interface FieldContext {
  readonly field: FieldView;
  readonly request: ControlRequest;
  readonly element: ControlElement;
  /** HTML, as the hint is. Of a slot it comes later. */
  readonly label: string | Promise<string>;
  readonly hint: string | Promise<string> | undefined;
  /** Set by `<Hint>`: `aria-describedby` names it, so it has to be there. */
  readonly printed: { hint: boolean };
}

const contexts = new AsyncLocalStorage<FieldContext>();

/** Renders the children of a `<Field>`. */
export function runWithField<T>(context: FieldContext, render: () => T): T {
  return contexts.run(context, render);
}

/** The field around a part, if there is one. */
export function currentField(): FieldContext | undefined {
  return contexts.getStore();
}
