import { TRUSTED, type Cell } from './cells.js';

/**
 * Who may post, written down from the documented rule and not from the code that is tested:
 *
 * - Only POST runs actions. GET, HEAD and OPTIONS change nothing and pass, except to an action's own address.
 * - An Origin that is trusted passes.
 * - With Sec-Fetch-Site: `same-origin` and `none` pass, unless an Origin other than `null` names another host.
 * - Without: the Origin has to be the site's; without both, the Referer has to be of the site's origin; without all
 *   three only an `api: true` action is for the sender.
 *
 * @param guard `ours`: for the whole site. `astro`: Astro's check of forms for the whole site, and ours for actions.
 */
export function mayEnter(cell: Cell, guard: 'ours' | 'astro'): boolean {
  const { method, route } = cell;
  const changesNothing = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  if (route.action === 'in the path' && method !== 'POST') return false;
  if (changesNothing) return true;
  if (route.action === 'in the query' && method !== 'POST') return false;
  if (guard === 'astro' && !passesAstro(cell)) return false;
  if (guard === 'astro' && route.action === undefined) return true;
  return isTrustworthy(cell);
}

/** Whether the handler of the action has to run, exactly once. */
export function runsHandler({ method, contentType, route }: Cell): boolean {
  return method === 'POST' && route.takes?.includes(contentType ?? '') === true;
}

function isTrustworthy({ origin, fetchSite, referer, route, deployment: { site } }: Cell): boolean {
  if (origin === TRUSTED) return true;
  if (fetchSite !== undefined) {
    const isOwn = fetchSite === 'same-origin' || fetchSite === 'none';
    const namesAnother = origin !== undefined && origin !== 'null' && new URL(origin).host !== new URL(site).host;
    return isOwn && !namesAnother;
  }
  if (origin !== undefined) return origin === site;
  if (referer !== undefined) return referer === site || referer.startsWith(`${site}/`);
  return route.api === true;
}

/** Astro's `checkOrigin`: what a form can send, or nothing at all, has to come with the site's own Origin. */
function passesAstro({ contentType, origin, deployment: { site } }: Cell): boolean {
  return contentType === 'application/json' || origin === site;
}
