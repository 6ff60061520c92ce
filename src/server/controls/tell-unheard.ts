import type { FormView } from '../form/form-view.js';
import type { IslandOptions } from '../form/island-attributes.js';
import { logWarning } from '../log.js';
import { runtime } from '../runtime.js';

/** What was said already, so that a page that is loaded often says it once. */
const told = new Set<string>();

/** In dev, says which options of an `<ActionForm>` nobody hears: they are the island's, and the form does not have it. */
export function tellUnheard({ id }: Pick<FormView, 'id'>, options: IslandOptions): void {
  if (!runtime().options.dev) return;
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== false);
  if (given.length === 0) return;
  const names = given.map(([name]) => `\`${name}\``).join(', ');
  const text = `<ActionForm> "${id}" has ${names} and no \`enhance\`: only the island does what it says. Add \`enhance\`, or hand the form to enhanceForm() in a script.`;
  if (told.has(text)) return;
  told.add(text);
  logWarning(text);
}
