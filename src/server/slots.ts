/**
 * A component's children, looked at and rendered ahead of their turn. Astro has no public way to do either without waiting: the
 * compiled default slot is read here and nowhere else. `test/components/slots.test.ts` says what broke when a new Astro
 * breaks it.
 */
import { renderSlot } from 'astro/runtime/server/index.js';
import { after } from './after.js';

/** What Astro's compiler hands to a component as `$$slots`: by slot name, a function that returns a template. */
export type CompiledSlots = Record<string, unknown> | undefined;

/** What a component's children are. */
export interface Children {
  /** Whether there is a function that wants an argument: `{(item) => …}`. */
  readonly hasFunction: boolean;
  /** Whether there is anything else. Beside a function, Astro drops it silently. */
  readonly hasMarkup: boolean;
}

/** Children that are rendered. Put into a template, they are printed there. */
export interface RenderedChildren {
  render(destination: Destination): void;
}

/** Where Astro writes what it renders: text, and instructions about scripts and the head. */
interface Destination {
  write(chunk: unknown): void;
}

/** Looks at the children without rendering them. They are built once, and kept for the rendering that follows. */
export function inspectChildren(slots: CompiledSlots): Children | Promise<Children> {
  const slot = slots?.['default'];
  return after<unknown, Children>(typeof slot === 'function' ? slot() : slot, (content) => {
    if (slots !== undefined && slot !== undefined) slots['default'] = () => content;
    return {
      hasFunction: hasPart(content, takesArgument),
      hasMarkup: hasPart(content, (part) => !takesArgument(part) && !isBlank(part)),
    };
  });
}

/**
 * Renders the children where they have been looked at, and keeps what Astro writes: at once, where nothing among them waits.
 * `Astro.slots.render` always waits, and Astro sends what comes before it as a piece of its own.
 */
export function renderChildren(slots: CompiledSlots): RenderedChildren | Promise<RenderedChildren> {
  const chunks: unknown[] = [];
  const rendered: RenderedChildren = {
    render(destination) {
      for (const chunk of chunks) destination.write(chunk);
    },
  };
  const slot = slots?.['default'];
  if (slot === undefined) return rendered;
  const [result, slotted] = [undefined, slot] as unknown as Parameters<typeof renderSlot>; // why: what was looked at needs no result
  const done: unknown = renderSlot(result, slotted).render({ write: (chunk) => void chunks.push(chunk) });
  return after(done, () => rendered);
}

/** Whether there is such a part among the static HTML and the expressions of a template, nested templates opened. */
function hasPart(content: unknown, isSuch: (part: unknown) => boolean): boolean {
  if (!isTemplate(content)) return isSuch(content);
  return (content.htmlParts ?? []).some(isSuch) || content.expressions.some((inner) => hasPart(inner, isSuch));
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
