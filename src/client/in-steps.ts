import type { Kit } from './kit.js';

/** As in `shared/`: taken from there they would be a chunk of their own. */
const SUMMARY: typeof import('../shared/wire.js').SUMMARY_ATTRIBUTE = 'data-action-summary';
const ERRORS: typeof import('../shared/wire.js').ERRORS_ATTRIBUTE = 'data-action-errors';
const MANY: typeof import('../shared/many-fields.js').MANY_FIELDS = 80;

/** How many parts, an error and a control for a field, are written in one task. More tasks take longer together. */
const STEP = 200;

const MARK = Symbol.for('astro-action-forms.in-steps');

/**
 * Has forms show more than 80 errors in several tasks, so that the page answers people meanwhile: first the summary,
 * which has the focus, then what stands beside fields. A form shows all at once that has its summary below fields, which
 * would push it out of view, or none: the focus goes to a field then, which has to have its error.
 */
export function showInSteps(kit: Kit): void {
  if (Reflect.has(kit, MARK)) return;
  Reflect.set(kit, MARK, true);
  const { own, partsOf, showIssues, write } = kit;
  /** What each form shows last: a reset is not followed by errors that came before it. */
  const latest = new WeakMap<HTMLFormElement, readonly unknown[]>();

  kit.showIssues = async (form, issues) => {
    latest.set(form, issues);
    const isOnTop = partsOf(form, `[${SUMMARY}],[${ERRORS}]`)[0]?.hasAttribute(SUMMARY);
    if (issues.length <= MANY || !isOnTop) return showIssues(form, issues);
    const isLatest = () => latest.get(form) === issues;
    const parts: Part[] = [];
    // What has read the answer is a task of its own.
    await after(
      () => isLatest() && own(form, 'isConnected') && showIssues(form, issues, (...part) => parts.push(part)),
    );
    // All steps wait from now on. One that began to wait after the step before it would have a frame painted between the two.
    return Promise.all(
      Array.from({ length: Math.ceil(parts.length / STEP) }, (_, step) =>
        after(() => {
          if (!isLatest()) return;
          for (const [part, text] of parts.slice(step * STEP, (step + 1) * STEP)) write(part, text);
          // Laid out here, and not all at once with the frame.
          own(form, 'getBoundingClientRect')();
        }),
      ),
    );
  };
}

type Part = [part: HTMLElement, text: string];

/** Does something in a task of its own. */
function after(act: () => unknown): Promise<void> {
  return new Promise((done) => {
    setTimeout(() => {
      act();
      done();
    });
  });
}
