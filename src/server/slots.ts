/**
 * Functions among a component's children. Astro has no public way to see them: the compiled default slot is read
 * here and nowhere else. `test/components/slots.test.ts` says what broke when a new Astro breaks it.
 */

/** What Astro's compiler hands to a component as `$$slots`: by slot name, a function that returns a template. */
export type CompiledSlots = Record<string, unknown> | undefined;

/** What a component's children are. */
export interface Children {
  /** Whether there is a function that wants an argument: `{(item) => …}`. */
  readonly hasFunction: boolean;
  /** Whether there is anything else. Beside a function, Astro drops it silently. */
  readonly hasMarkup: boolean;
}

/** Looks at the children without rendering them. They are built once, and kept for the rendering that follows. */
export async function inspectChildren(slots: CompiledSlots): Promise<Children> {
  const slot = slots?.['default'];
  const content: unknown = typeof slot === 'function' ? await slot() : slot;
  if (slots !== undefined && slot !== undefined) slots['default'] = () => content;
  const parts = toParts(content);
  return {
    hasFunction: parts.some(takesArgument),
    hasMarkup: parts.some((part) => !takesArgument(part) && !isBlank(part)),
  };
}

/** The static HTML and the expressions of a template, nested templates opened. */
function toParts(content: unknown): unknown[] {
  if (!isTemplate(content)) return [content];
  return [...(content.htmlParts ?? []), ...content.expressions.flatMap(toParts)];
}

function isTemplate(value: unknown): value is { htmlParts?: readonly unknown[]; expressions: readonly unknown[] } {
  return typeof value === 'object' && value !== null && Array.isArray(Reflect.get(value, 'expressions'));
}

function takesArgument(part: unknown): boolean {
  return typeof part === 'function' && part.length > 0;
}

function isBlank(part: unknown): boolean {
  if (typeof part === 'string') return part.trim() === '';
  return part === undefined || part === null || typeof part === 'boolean';
}
