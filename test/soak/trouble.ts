import { bodies, requests } from '../hostile/bodies/catalogue.js';
import { type ActionName, type HostileBody, URL_ENCODED } from '../hostile/support/body.js';
import { exchange } from '../hostile/support/exchange.js';
import type { App } from '../support/app.js';
import { ordered } from './visits.js';

/** Something that goes wrong on its way; gives the statuses of the answers, if there were any. */
export type Trouble = (app: App) => Promise<readonly number[]>;

/** Who sends the orders for whose answers nobody waits. */
export const GONE = 'gone@example.com';

const form = new URLSearchParams(ordered.map(([name, value]) => [name, name === 'email' ? GONE : value])).toString();
const sent = (path: string, body: string, length = form.length) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Sec-Fetch-Site: same-origin',
    `Content-Type: ${URL_ENCODED}`,
    `Content-Length: ${length}`,
    '',
    body,
  ].join('\r\n');

/** So that the server has read what was sent before the connection is reset. */
const PAUSE = '';

/** Visitors who go away: in the middle of the head, of the body, at once after it, and while they wait for the answer. */
export const aborts: readonly Trouble[] = ['/_actions/order', '/order?_action=order'].flatMap((path) =>
  [
    [sent(path, '').slice(0, 60), PAUSE],
    [sent(path, form.slice(0, 30)), PAUSE],
    [sent(path, form.slice(0, 30)), form.slice(30, 40), PAUSE],
    [sent(path, form)],
    [sent(path, form), PAUSE],
  ].map(
    (pieces): Trouble =>
      async (app) =>
        (await exchange(portOf(app), pieces, { abort: true })).statuses,
  ),
);

/** Actions of the showcase in the place of those for which the bodies were written. */
const targets: Readonly<Record<ActionName, string>> = {
  open: 'newsletter',
  strict: 'guestbook.sign',
  loose: 'order',
  keyed: 'profile',
  upload: 'workshop',
  formats: 'profile',
  tree: 'order',
};

const allBodies: readonly HostileBody[] = Object.values(bodies).flatMap((tables) => Object.values(tables).flat());

/** Every hostile body, called and posted natively, and every raw request. */
export const attacks: readonly Trouble[] = [
  ...allBodies.flatMap((body) =>
    [`/_actions/${targets[body.action]}`, `/?_action=${targets[body.action]}`].map((path): Trouble => async (app) => {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': body.type };
      const response = await app.fetch(path, { method: 'POST', body: body.body, headers });
      await response.text();
      return [response.status];
    }),
  ),
  ...Object.values(requests)
    .flat()
    .map(
      (request): Trouble =>
        async (app) =>
          (await exchange(portOf(app), request.pieces.map(aimed), request)).statuses,
    ),
];

function aimed(piece: string | Uint8Array): string | Uint8Array {
  if (typeof piece !== 'string') return piece;
  return piece.replace(
    /(\/_actions\/|_action=)(open|strict)\b/g,
    (_, before: string, name: 'open' | 'strict') => before + targets[name],
  );
}

function portOf(app: App): number {
  return Number(new URL(app.url).port);
}
