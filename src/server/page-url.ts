import { ACTION_QUERY } from '../shared/wire.js';
import { RESULT_QUERY } from '../shared/wire-result.js';

/** The query of the page itself: what the action and carried results put there is left out. Starts with `?` unless empty. */
export function pageQuery(url: URL): string {
  const { search } = url;
  if (search === '' || isOneOfOurs(search) || [...url.searchParams.keys()].every(isOurs)) return '';
  const query = new URLSearchParams(search);
  query.delete(ACTION_QUERY);
  query.delete(RESULT_QUERY);
  return query.size === 0 ? '' : `?${query}`;
}

/** Whether a query is nothing but one name of ours, plainly spelled, as after nearly every post. */
function isOneOfOurs(search: string): boolean {
  return (search.startsWith(`?${ACTION_QUERY}=`) || search.startsWith(`?${RESULT_QUERY}=`)) && !search.includes('&');
}

function isOurs(name: string): boolean {
  return name === ACTION_QUERY || name === RESULT_QUERY;
}

/** Path and query of the page itself. */
export function pagePath(url: URL): string {
  return url.pathname + pageQuery(url);
}

/** The `action` attribute of a form: this page with its query, and the action to run. */
export function formAction(url: URL, queryString: string): string {
  const query = pageQuery(url);
  return query === '' ? queryString : `${query}&${queryString.replace(/^\?/, '')}`;
}

/** A location with the id of the carried result in its query, in the place of any other one's, and in front of any fragment. */
export function withResult(location: string, id: string): string {
  const [beforeHash = '', ...hash] = location.split('#');
  const [path = '', ...query] = beforeHash.split('?');
  const others = query.join('?').split('&').filter(isNoResult);
  const fragment = hash.length > 0 ? `#${hash.join('#')}` : '';
  return `${path}?${[...others, `${RESULT_QUERY}=${id}`].join('&')}${fragment}`;
}

/** Whether a pair of a query says something, and no result. What it says stays spelled as it is. */
function isNoResult(pair: string): boolean {
  return pair !== '' && !new URLSearchParams(pair).has(RESULT_QUERY);
}

/** Whether a location is on the site itself, where a carried result can be read. */
export function isOwnLocation(location: string, url: URL): boolean {
  return plainPath.test(location) || URL.parse(location, url)?.host === url.host;
}

/** A path from the root, and a query, of nothing that a URL parser would look at twice. */
const plainPath = /^\/(?:[\w.~-][\w.~/?&=%+-]*)?$/;
