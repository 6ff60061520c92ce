/** A route of the site, and what a post to it would run. */
export interface Route {
  readonly title: string;
  readonly path: string;
  /** How the path names an action, if it does. */
  readonly action?: 'in the path' | 'in the query';
  /** Content types that the action takes; none when there is no such action. */
  readonly takes?: readonly string[];
  readonly api?: true;
}

/** How the site is reached. */
export interface Deployment {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Origin that the site has, as far as it can know. */
  readonly site: string;
}

/** One request, by all that may matter. Headers that are undefined are not sent. */
export interface Cell {
  readonly method: string;
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly contentType: string | undefined;
  readonly route: Route;
  readonly deployment: Deployment;
  /** In which order the app's own `src/fetch.ts` runs what Astro gives it, where there is one. */
  readonly order?: string;
}

export const TRUSTED = 'https://app.example';

export const URL_ENCODED = 'application/x-www-form-urlencoded';
/** Node's parser takes no boundary of less than 27 characters. */
export const BOUNDARY = 'boundary-of-twenty-seven-chars';
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
export const JSON_TYPE = 'application/json';
const formTypes = [URL_ENCODED, MULTIPART];

const contentTypes = [URL_ENCODED, JSON_TYPE, 'text/plain', MULTIPART, undefined];
const methods = [
  'POST',
  'PUT',
  'POST',
  'DELETE',
  'POST',
  'PATCH',
  'POST',
  'GET',
  'POST',
  'PROPFIND',
  'HEAD',
  'OPTIONS',
];
const fetchSites = [undefined, 'same-origin', 'none', 'same-site', 'cross-site', 'Same-Origin'];

export const routes: readonly Route[] = [
  { title: 'a page', path: '/' },
  { title: 'a form of a page', path: '/?_action=form', action: 'in the query', takes: formTypes },
  { title: 'an api action at a page', path: '/?_action=api', action: 'in the query', takes: formTypes, api: true },
  { title: 'the island', path: '/_actions/form', action: 'in the path', takes: formTypes },
  { title: 'an api action', path: '/_actions/api', action: 'in the path', takes: formTypes, api: true },
  { title: 'a JSON action', path: '/_actions/json', action: 'in the path', takes: [JSON_TYPE] },
  { title: "an action of Astro's", path: '/_actions/foreign', action: 'in the path', takes: formTypes },
  { title: "a form of Astro's", path: '/?_action=foreign', action: 'in the query', takes: formTypes },
  { title: 'an endpoint', path: '/endpoint' },
  { title: 'an action at an endpoint', path: '/endpoint?_action=form', action: 'in the query', takes: formTypes },
  {
    title: 'an api action at an endpoint',
    path: '/endpoint?_action=api',
    action: 'in the query',
    takes: formTypes,
    api: true,
  },
  { title: 'no action at an endpoint', path: '/endpoint?_action=nope', action: 'in the query' },
  { title: 'no action', path: '/_actions/nope', action: 'in the path' },
  { title: 'an injected route', path: '/_forms/form' },
];

const passedOn = { host: 'site.example', 'x-forwarded-proto': 'https' };
const hidden = { host: 'inside:8080', 'x-forwarded-host': 'site.example', 'x-forwarded-proto': 'https' };
const forged = (host: string, proto: string) => ({
  'x-forwarded-host': host,
  'x-forwarded-proto': proto,
  forwarded: `host=${host}`,
});

/** Deployments of a server that knows no proxy. */
export function unproxied(port: number): Deployment[] {
  const site = `http://127.0.0.1:${port}`;
  return [
    { title: 'directly', headers: {}, site },
    { title: 'through a TLS proxy that passes Host on', headers: passedOn, site: 'http://site.example' },
    { title: 'through a TLS proxy that has a Host of its own', headers: hidden, site: 'http://inside:8080' },
    { title: 'with forged headers of a proxy', headers: forged('evil.example', 'https'), site },
  ];
}

/** Deployments of a server with `allowedDomains: [{ protocol: 'https', hostname: 'site.example' }]`. */
export function proxied(port: number): Deployment[] {
  const site = `http://127.0.0.1:${port}`;
  const publicSite = 'https://site.example';
  return [
    { title: 'directly', headers: {}, site },
    { title: 'through a TLS proxy that passes Host on', headers: passedOn, site: publicSite },
    { title: 'through a TLS proxy that has a Host of its own', headers: hidden, site: publicSite },
    { title: 'with forged headers of a proxy', headers: forged('evil.example', 'http'), site },
    { title: 'with a forged host that begins alike', headers: forged('site.example.evil.example', 'http'), site },
  ];
}

/** Every sender, each on some routes, by some methods, types and deployments in turn; `all`: each on every route. */
export function cellsOf(deployments: readonly Deployment[], orders: readonly string[], all: boolean): Cell[] {
  const cells: Cell[] = [];
  const next = turns();
  for (const fetchSite of fetchSites) {
    for (const originIndex of originsOf('').keys()) {
      for (const refererIndex of referersOf('').keys()) {
        const chosen = all ? routes : Array.from({ length: 4 }, () => next('route', routes));
        for (const route of chosen) {
          const deployment = next('deployment', deployments);
          cells.push({
            method: next('method', methods),
            fetchSite,
            origin: originsOf(deployment.site)[originIndex],
            referer: referersOf(deployment.site)[refererIndex],
            contentType: typeFor(route, next('taken', [true, true, false]), next),
            route,
            deployment,
            ...(orders.length > 0 && { order: next('order', orders) }),
          });
        }
      }
    }
  }
  return cells;
}

/** Half of the calls have a type that the action takes, or hardly any handler would run. */
function typeFor({ takes }: Route, taken: boolean, next: Turns): string | undefined {
  return takes !== undefined && taken ? next('taken type', takes) : next('type', contentTypes);
}

type Turns = <T>(name: string, values: readonly T[]) => T;

/** Gives values in turn. Counts that share a factor would always meet the same partners, so every round starts one later. */
function turns(): Turns {
  const counts = new Map<string, number>();
  return (name, values) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return values[(count + Math.floor(count / values.length)) % values.length]!; // why: the index is below the length
  };
}

function originsOf(site: string): (string | undefined)[] {
  const otherScheme = site.startsWith('https:') ? site.replace('https:', 'http:') : site.replace('http:', 'https:');
  return [
    undefined,
    site,
    otherScheme,
    'https://site.example',
    'null',
    'https://evil.example',
    'https://site.example.evil.example',
    TRUSTED,
    `${TRUSTED}:8443`,
    `${site}/`,
  ];
}

function referersOf(site: string): (string | undefined)[] {
  return [undefined, `${site}/form?x=1`, 'https://evil.example/', `not a URL: ${site}/`];
}
