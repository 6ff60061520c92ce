/** What submissions ask of the store, counted at Redis: the figures of docs/scaling.md. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsBelow } from '../support/doc-table.js';
import { Visitor } from '../support/visitor.js';
import { type SharedShowcase, startShowcase } from './showcase.js';
import { trafficOf } from './store-traffic.js';

let showcase: SharedShowcase;
beforeAll(async () => {
  showcase = await startShowcase(1);
  // The connection to Redis is made by the first submission that needs it.
  await submissions.at(-1)!.submit();
});
afterAll(() => showcase.stop());

type Values = [string, string][];
const email: Values = [['email', 'ada.lovelace@example.com']];
const entry: Values = [
  ['name', 'Ada'],
  ['message', 'Louder than on the screen'],
];
const order = (qty: string): Values => [
  ...email,
  ['address.street', 'Quay 4'],
  ['address.zip', '12345'],
  ['items[0].sku', 'NB-A5'],
  ['items[0].qty', qty],
];

interface Options {
  readonly path: string;
  readonly values: Values;
  readonly action?: string;
  readonly times?: number;
  /** Whether the cookie that holds the result too has gone to another one. */
  readonly isTaken?: boolean;
}

/** A browser of its own each time, as far as the page that the form leads to. */
function submitting({ path, values, action, times = 1, isTaken = false }: Options): () => Promise<void> {
  return async () => {
    const visitor = new Visitor(showcase.processes[0]!);
    const page = await visitor.get(path);
    let posted = page;
    for (let time = 0; time < times; time += 1)
      posted = await visitor.post(page, values, action === undefined ? {} : { action });
    if (isTaken) for (const slot of ['0', '1']) visitor.cookies.delete(`action-result-${slot}`);
    if (posted.status === 303) await visitor.follow(posted);
  };
}

const submissions = [
  { title: 'native, invalid', submit: submitting({ path: '/guestbook', values: [['name', 'Ada']] }) },
  { title: 'native, valid, carried', submit: submitting({ path: '/newsletter', values: email }) },
  {
    title: 'native, valid, carried, not in a cookie',
    submit: submitting({ path: '/newsletter', values: email, isTaken: true }),
  },
  {
    title: 'island call',
    submit: submitting({ path: '/guestbook', values: entry, action: '/_actions/guestbook.sign' }),
  },
  {
    title: 'island call that goes to another page',
    submit: submitting({ path: '/newsletter', values: email, action: '/_actions/newsletter' }),
  },
  { title: 'once, invalid', submit: submitting({ path: '/order', values: order('0') }) },
  { title: 'once, valid, carried', submit: submitting({ path: '/order', values: order('2') }) },
  { title: 'once, sent twice', submit: submitting({ path: '/order', values: order('2'), times: 2 }) },
];

interface Row {
  readonly commands: readonly string[];
  /** Bytes: to Redis, back, and kept there for five minutes and for longer. */
  readonly bytes: readonly number[];
}

/** What the document says. */
const documented = new Map(
  rowsBelow('scaling.md', 'What a submission asks of the store').map(([title = '', commands = '', ...bytes]) => [
    title,
    { commands: [...commands.matchAll(/`([^`]+)`/g)].map(([, command]) => command), bytes: bytes.map(toNumber) },
  ]),
);

test('the document has a row for each of these submissions, and no other', () => {
  expect([...documented.keys()]).toEqual(submissions.map(({ title }) => title));
});

test.each(submissions)('$title: commands and bytes are those of the document', async ({ title, submit }) => {
  const { commands, bytes } = await rowOf(submit);
  const cells = [title, commands.map((command) => `\`${command}\``).join(', ') || 'none', ...bytes.map(Math.round)];
  console.log(`| ${cells.join(' | ')} |`);
  const row = documented.get(title);
  expect(commands).toEqual(row?.commands);
  for (const [at, figure] of bytes.entries()) {
    const said = row?.bytes[at] ?? NaN;
    expect(Math.abs(figure - said), `${figure} bytes are not the ${said} of the document`).toBeLessThan(10 + said / 5);
  }
});

async function rowOf(submit: () => Promise<void>): Promise<Row> {
  const { commands, sent, received, kept } = await trafficOf(showcase.redis.url, submit);
  const keptFor = (isLong: boolean) =>
    kept.filter(({ seconds }) => seconds > 300 === isLong).reduce((sum, { bytes }) => sum + bytes, 0);
  return { commands, bytes: [sent, received, keptFor(false), keptFor(true)] };
}

function toNumber(cell: string): number {
  return Number(cell.replaceAll(',', ''));
}
