import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { buildApp, startBuild } from '../support/app.js';
import { cellsOf, proxied, unproxied, type Cell, type Deployment } from './cells.js';
import { mayEnter, runsHandler } from './oracle.js';
import { Sender } from './send.js';

const FIXTURE = 'test/fixtures/guard';
/** Every sender on every route, with `LONG=1`. */
const isLong = Boolean(process.env['LONG']);

interface Site {
  readonly title: string;
  /** Which configuration of the fixture is built. */
  readonly site: string;
  readonly guard: 'ours' | 'astro';
  readonly deployments: (port: number) => Deployment[];
  /** Orders in which the site's own `src/fetch.ts` runs things. */
  readonly orders: readonly string[];
}

const orders = ['actions, middleware, pages', 'actions, pages', 'pages', 'as Astro does'];

const sites: readonly Site[] = [
  { title: 'by default', site: 'default', guard: 'ours', deployments: unproxied, orders: [] },
  { title: 'with allowedDomains', site: 'proxied', guard: 'ours', deployments: proxied, orders: [] },
  { title: "csrf: 'astro'", site: 'astro', guard: 'astro', deployments: unproxied, orders: [] },
  {
    title: "csrf: 'astro', with allowedDomains",
    site: 'astro-proxied',
    guard: 'astro',
    deployments: proxied,
    orders: [],
  },
  { title: 'with an own src/fetch.ts', site: 'fetch', guard: 'ours', deployments: unproxied, orders },
  {
    title: 'with an own src/fetch.ts and allowedDomains',
    site: 'fetch-proxied',
    guard: 'ours',
    deployments: proxied,
    orders,
  },
];

/** What a cell came to: undefined where that is right, else what is wrong with it. */
function fault(cell: Cell, status: number, runs: readonly string[], guard: Site['guard']): string | undefined {
  // Without our middleware Astro has nothing at an action's address that could be read.
  const isAbsent = status === 404 && cell.order !== undefined && (cell.method === 'GET' || cell.method === 'HEAD');
  const refused = status === 403 || status === 405 || isAbsent;
  const said = `${status}, ran ${runs.length === 0 ? 'nothing' : runs.join(', ')}`;
  if (!mayEnter(cell, guard)) return refused && runs.length === 0 ? undefined : `has to be refused: ${said}`;
  if (refused || status >= 500) return `has to be let in: ${said}`;
  const handled = runs.filter((what) => what === 'handler').length;
  // Pages alone run no form's action; Astro's route of the island is a page in that sense.
  const isRun = runsHandler(cell) && (cell.order !== 'pages' || cell.route.action === 'in the path');
  if (handled !== (isRun ? 1 : 0)) return `the handler ${isRun ? 'has' : 'has not'} to run: ${said}`;
  const isNameless = [cell.fetchSite, cell.origin, cell.referer].every((header) => header === undefined);
  const isProgram = isNameless && cell.route.api === true && cell.method === 'POST' && cell.order === undefined;
  return isProgram && runs.some((what) => what === 'page' || what === 'endpoint')
    ? `no page or endpoint is for a program: ${said}`
    : undefined;
}

/** What makes a cell, as the matrix names it. */
const dimensions: Readonly<Record<string, (cell: Cell) => unknown>> = {
  method: ({ method }) => method,
  'Sec-Fetch-Site': ({ fetchSite }) => fetchSite,
  Origin: ({ origin }) => origin,
  Referer: ({ referer }) => referer,
  'Content-Type': ({ contentType }) => contentType,
  Host: ({ deployment }) => deployment.headers['host'],
  proxy: ({ deployment }) => deployment.title,
  'kind of route': ({ route }) => route.title,
};

describe('who may post', () => {
  const total = { cells: 0, wrong: 0, runs: 0 };
  afterAll(() => console.log(`${total.cells} cells, ${total.wrong} wrong, ${total.runs} runs`));

  test.each(sites)('$title', { timeout: isLong ? 600_000 : 60_000 }, async ({ site, guard, deployments, orders }) => {
    const build = await buildApp(FIXTURE, { GUARDED_SITE: site });
    const app = await startBuild(build, { cwd: join(root, FIXTURE) });
    const port = Number(new URL(app.url).port);
    const sender = new Sender(port);
    const cells = cellsOf(deployments(port), orders, isLong);
    for (const [name, valueOf] of Object.entries(dimensions))
      expect(new Set(cells.map(valueOf)).size, `values of ${name}`).toBeGreaterThan(2);
    const statuses = new Map<number, number>();
    const waiting = [...cells.entries()];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop())
        statuses.set(next[0], await sender.send(next[1], String(next[0])));
    };
    try {
      await Promise.all(Array.from({ length: 8 }, work));
      const runs = (await (await app.fetch('/runs.json')).json()) as Record<string, string[]>;
      const wrong = cells.flatMap((cell, id) => {
        const ran = runs[id] ?? [];
        if (!mayEnter(cell, guard)) total.runs += ran.length;
        const found = fault(cell, statuses.get(id) ?? 0, ran, guard);
        return found === undefined ? [] : [`${found} – ${JSON.stringify(cell)}`];
      });
      total.cells += cells.length;
      total.wrong += wrong.length;
      expect(wrong.slice(0, 10)).toEqual([]);
      expect(cells.filter((cell) => mayEnter(cell, guard)).length).toBeGreaterThan(cells.length / 10);
      expect(Object.values(runs).some((ran) => ran.includes('handler'))).toBe(true);
    } finally {
      sender.stop();
      await app.stop();
    }
  });

  test('has at least 400 cells, none of them wrong, and none of the refused ones run', () => {
    expect(total.cells).toBeGreaterThanOrEqual(400);
    expect(total).toMatchObject({ wrong: 0, runs: 0 });
  });
});
