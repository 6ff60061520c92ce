import { write } from './errors.js';
import type { fillRow } from './fill.js';
import type { Findings } from './live/show-findings.js';
import { own } from './form.js';
import { partsOf } from './parts.js';
import { planSubmission } from './plan.js';
import { type ShowIssues, showIssues } from './show.js';

/**
 * What the parts of the island that load later get from it: they import none of its modules, so that nothing loads
 * twice. `send` is how a submission is sent, `showIssues` how its errors are shown; a part may put another one in their place.
 */
export const kit = {
  own,
  partsOf,
  write,
  planSubmission,
  // why: a part may put one there that takes its time
  showIssues: showIssues as ShowIssues,
  send: (url: string, init: RequestInit): Promise<Response> => fetch(url, init),
  /**
   * Has fields checked while people edit them, from now on and since `form` was what was `sent`. Where that cannot be had,
   * errors stay until the next submit.
   */
  live: (form?: HTMLFormElement, sent?: FormData): Promise<void> =>
    import('./live.js').then((part) => part.watch(kit, form, sent)).catch(() => {}),
};

export type Kit = typeof kit & {
  /** Has a new row show what a button of the page's own says; where only the server can, it gives none. */
  fill?: typeof fillRow;
  /** Adds what is wrong with chosen files, which are not sent to be checked, to what was found about these fields. */
  files?: (form: HTMLFormElement, findings: Findings) => void;
};
