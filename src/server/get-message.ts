import type { APIContext } from 'astro';
import { requestState } from './request-state.js';

/** The message of the result that was carried to this page, as `redirectTo(…, { message })` gave it. */
export function getMessage(page: Pick<APIContext, 'locals'>): string | undefined {
  return requestState(page).arrival?.message;
}
