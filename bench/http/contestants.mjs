// Who takes part: an app, how it is built and started, and what it is asked for in each case.

/** @typedef {'island' | 'valid' | 'invalid' | 'stored'} CaseName */
/**
 * Where a case starts. `page`: the page whose form is sent. `action`: where it is sent; by default where the form says.
 * `build`: one of `builds`, where it is not the contestant's own.
 * @typedef {{ page: string, action?: string, build?: string }} Target
 */
/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} build The build that it runs on: one of `builds`.
 * @property {string} plain What it is compared with in native posts: the contestant whose page is made in the same way.
 * @property {boolean} [empty] Whether its answers hold no result, so that there is nothing to check.
 * @property {Partial<Record<CaseName, Target>>} cases
 */
/** @typedef {{ app: string, env?: Record<string, string> }} Build */

/** @satisfies {Record<string, Build>} */
export const builds = {
  astro: { app: 'astro' },
  'astro-session': { app: 'astro', env: { BENCH_CARRIED_BY: 'session' } },
  'astro-cookie': { app: 'astro', env: { BENCH_CARRIED_BY: 'cookie' } },
  memory: { app: 'ours', env: { BENCH_STORE: 'memory' } },
  sqlite: { app: 'ours', env: { BENCH_STORE: 'sqlite' } },
  redis: { app: 'ours', env: { BENCH_STORE: 'redis' } },
};

const PLAIN = 'Astro, markup';
const PLAIN_FIELDS = 'Astro, components';
/** Stores that processes share, and the builds that have them. */
const shared = { SQLite: 'sqlite', Redis: 'redis' };
const rpc = '/_actions/order/';
const rpcOnce = '/_actions/once/';

/** @type {readonly Contestant[]} */
export const contestants = [
  {
    name: PLAIN,
    build: 'astro',
    plain: PLAIN,
    cases: {
      island: { page: '/markup/', action: rpc },
      valid: { page: '/markup/', build: 'astro-session' },
      invalid: { page: '/markup/' },
    },
  },
  {
    name: PLAIN_FIELDS,
    build: 'astro',
    plain: PLAIN_FIELDS,
    cases: { valid: { page: '/components/', build: 'astro-session' }, invalid: { page: '/components/' } },
  },
  {
    name: 'Astro, markup, plain cookie',
    build: 'astro-cookie',
    plain: PLAIN,
    cases: { valid: { page: '/markup/' } },
  },
  {
    name: 'Astro, components, plain cookie',
    build: 'astro-cookie',
    plain: PLAIN_FIELDS,
    cases: { valid: { page: '/components/' } },
  },
  {
    name: 'Astro, markup, no redirect',
    build: 'astro',
    plain: PLAIN,
    cases: { valid: { page: '/markup/' } },
  },
  {
    name: 'ours, markup',
    build: 'memory',
    plain: PLAIN,
    cases: { valid: { page: '/markup/' }, invalid: { page: '/markup/' } },
  },
  {
    name: 'ours, components',
    build: 'memory',
    plain: PLAIN_FIELDS,
    cases: {
      island: { page: '/components/', action: rpc },
      valid: { page: '/components/' },
      invalid: { page: '/components/' },
      stored: { page: '/long/' },
    },
  },
  ...Object.entries(shared).map(([store, build]) => ({
    name: `ours, components, ${store}`,
    build,
    plain: PLAIN_FIELDS,
    cases: { valid: { page: '/components/' }, stored: { page: '/long/' } },
  })),
  {
    name: 'ours, once',
    build: 'memory',
    plain: PLAIN_FIELDS,
    cases: {
      island: { page: '/once/', action: rpcOnce },
      valid: { page: '/once/' },
      invalid: { page: '/once/' },
    },
  },
  ...Object.entries(shared).map(([store, build]) => ({
    name: `ours, once, ${store}`,
    build,
    plain: PLAIN_FIELDS,
    cases: { island: { page: '/once/', action: rpcOnce }, valid: { page: '/once/' } },
  })),
  {
    name: 'by hand, markup',
    build: 'astro',
    plain: PLAIN,
    cases: {
      island: { page: '/by-hand/', action: '/by-hand/order' },
      valid: { page: '/by-hand/' },
      invalid: { page: '/by-hand/' },
    },
  },
  {
    name: 'bare pipeline',
    build: 'astro',
    plain: PLAIN,
    empty: true,
    cases: {
      island: { page: '/bare/', action: '/bare/order' },
      valid: { page: '/bare/' },
      invalid: { page: '/bare/', action: '/bare/' },
    },
  },
];

/**
 * The contestant that another one is compared with.
 * @param {string} name
 * @param {CaseName} of
 */
export function plainFor(name, of) {
  return of === 'island' ? PLAIN : contestants.find((contestant) => contestant.name === name)?.plain;
}
