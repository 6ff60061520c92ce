import type { Kit } from '../kit.js';
import { ask } from './ask.js';
import { type Findings, showFindings } from './show-findings.js';

/** Milliseconds without an edit after which a field is checked that somebody is still in. */
export const PAUSE = 300;

/** What is known of a form that somebody fills in. All by field name. */
interface Progress {
  /** Edited since the field was last checked. */
  readonly edited: Set<string>;
  /** Left after an edit at least once. */
  readonly left: Set<string>;
  /** To be checked with the next request. */
  readonly due: Set<string>;
  /** Found wrong by a check: checked again with every other field, which may be what it was about. */
  readonly wrong: Set<string>;
  timer?: ReturnType<typeof setTimeout>;
  /** The request that is under way. */
  call?: AbortController;
}

const progresses = new WeakMap<HTMLFormElement, Progress>();

export function progressOf(form: HTMLFormElement): Progress {
  const progress = progresses.get(form) ?? { edited: new Set(), left: new Set(), due: new Set(), wrong: new Set() };
  progresses.set(form, progress);
  return progress;
}

/** Calls off what is under way, and forgets what was edited. */
export function forget(form: HTMLFormElement): void {
  progressOf(form).call?.abort();
  progresses.delete(form);
}

/** Has what is due checked in so many milliseconds, and not before. One request is under way at a time. */
export function checkSoon(form: HTMLFormElement, delay: number, kit: Kit): void {
  const progress = progressOf(form);
  clearTimeout(progress.timer);
  progress.timer = setTimeout(check, delay, form, progress, kit);
}

async function check(form: HTMLFormElement, progress: Progress, kit: Kit): Promise<void> {
  const { edited, due, wrong } = progress;
  if (progresses.get(form) !== progress || progress.call || !due.size) return;
  // The press may be about to submit the form: what has lost the focus to it is not checked on its own.
  // Whatever else is pressed must not move away either, or the click is lost.
  if (kit.own(form, 'ariaBusy') || document.querySelector(':active')) return checkSoon(form, PAUSE, kit);
  const names = new Set([...due, ...wrong]);
  for (const name of due) edited.delete(name);
  due.clear();
  const call = (progress.call = new AbortController());
  // Then it is given up, and others may be made.
  setTimeout(() => call.abort(), 10_000);
  const issues = await ask(form, names, call.signal, kit);
  if (progresses.get(form) !== progress) return;
  delete progress.call;
  const findings: Findings = new Map();
  for (const name of names) {
    const messages = issues?.filter((issue) => issue.name === name).map(({ message }) => message);
    // What was edited since it was asked about has no answer yet; what got none is as if it was.
    if (!messages || edited.has(name)) edited.add(name);
    else findings.set(name, messages);
    if (messages?.length) wrong.add(name);
    else wrong.delete(name);
  }
  kit.files?.(form, findings);
  showFindings(form, findings, kit);
  if (due.size) checkSoon(form, 0, kit);
}
