import { RESULT_QUERY } from '../../shared/wire-result.js';

/** Whether a page was arrived at with a result. */
export function showsResult(url: URL): boolean {
  return url.searchParams.has(RESULT_QUERY);
}
