import type { App } from '../support/app.js';
import { type VisitedPage, Visitor } from '../support/visitor.js';

/** What somebody does on the showcase, and the statuses that it has to come to. */
export interface Visit {
  readonly title: string;
  readonly statuses: readonly number[];
  run(app: App): Promise<readonly VisitedPage[]>;
}

let count = 0;

/** Every way that a submission takes: carried, shown in place, called, done once. */
export const visits: readonly Visit[] = [
  {
    title: 'a native post that is carried',
    statuses: [200, 303, 200],
    run: (app) => submit(app, '/newsletter', [['email', `reader${(count += 1)}@example.com`]]),
  },
  {
    title: 'a native post that is invalid',
    statuses: [200, 400],
    run: (app) => submit(app, '/guestbook', [['name', 'Ada']]),
  },
  {
    title: 'a call of the island',
    statuses: [200, 200],
    run: (app) => submit(app, '/guestbook', [...signed], '/_actions/guestbook.sign'),
  },
  {
    title: 'an order that is done once',
    statuses: [200, 303, 200],
    run: (app) => submit(app, '/order', [...ordered]),
  },
  {
    title: 'an order that is sent again',
    statuses: [200, 303, 303],
    run: async (app) => {
      const visitor = new Visitor(app);
      const page = await visitor.get('/order');
      return [page, await visitor.post(page, ordered), await visitor.post(page, ordered)];
    },
  },
  {
    title: 'pages that are read',
    statuses: [200, 200, 404],
    run: async (app) => {
      const visitor = new Visitor(app);
      return [await visitor.get('/'), await visitor.get('/workshop'), await visitor.get('/nowhere')];
    },
  },
];

/** The entries of an order, and of an entry in the guestbook. */
export const ordered: readonly [string, string][] = [
  ['email', 'ada@example.com'],
  ['address.street', 'Quay 4'],
  ['address.zip', '12345'],
  ['items[0].sku', 'NB-A5'],
  ['items[0].qty', '2'],
];
const signed: readonly [string, string][] = [
  ['name', 'Ada'],
  ['message', 'Steady as she goes'],
];

async function submit(
  app: App,
  path: string,
  values: readonly [string, string][],
  action?: string,
): Promise<readonly VisitedPage[]> {
  const visitor = new Visitor(app);
  const page = await visitor.get(path);
  const posted = await visitor.post(page, values, action === undefined ? {} : { action });
  return posted.status === 303 ? [page, posted, await visitor.follow(posted)] : [page, posted];
}
