import type { FormIssue } from '../../shared/issue.js';
import { VALIDATE_HEADER } from '../../shared/wire-live.js';
import type { Kit } from '../kit.js';
import { ENDPOINT, KEY } from './names.js';

/**
 * Has the server check fields. Whatever goes wrong is silent, and gives nothing: submitting will tell. Files stay here;
 * nothing is said of a field that has some.
 */
export async function ask(
  form: HTMLFormElement,
  names: ReadonlySet<string>,
  signal: AbortSignal,
  { own, send }: Kit,
): Promise<readonly FormIssue[] | undefined> {
  const asked = new Set(names);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') asked.delete(name);
    else if (name !== KEY) body.append(name, value);
  }
  if (!asked.size) return [];
  try {
    // why: only forms that have it are checked
    const url = own(form, 'getAttribute')(ENDPOINT) as string;
    const headers = { [VALIDATE_HEADER]: `${[...asked].map(encodeURIComponent)}` };
    const response = await send(url, { method: 'POST', body, headers, signal });
    // An app that runs actions before any middleware has nothing to say of what is right.
    if (response.status === 204) return [];
    const { issues }: { issues: FormIssue[] } = await response.json();
    // An error that is none of a check names no field as it was asked for.
    return issues.every(({ name }) => name) ? issues : undefined;
  } catch {
    return undefined;
  }
}
