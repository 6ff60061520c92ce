import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from '../hostile/bodies/requests.js';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';

let app: App;
beforeAll(async () => {
  app = await startTrouble();
});
afterAll(() => app.stop());

const runs = async (): Promise<string[]> => (await app.fetch('/runs.json')).json();
const eventually = (run: string) => expect.poll(runs, { timeout: 4000 }).toContain(run);

/** Sends a whole post, and goes away as soon as the handler runs. */
async function sendAndLeave(path: string, text: string, leave: 'end' | 'reset'): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(app.url).port) });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(request({ path, body: `text=${text}` }));
  await eventually(`wait ${text} begins`);
  if (leave === 'reset') socket.resetAndDestroy();
  else socket.destroy();
}

describe('ctx.request.signal', () => {
  test.each([
    ['island', '/_actions/wait', 'end'],
    ['island', '/_actions/wait', 'reset'],
    ['native', '/?form=wait&_action=wait', 'end'],
    ['native', '/?form=wait&_action=wait', 'reset'],
  ] as const)('%s: is aborted when the visitor goes away (%s, %s)', async (how, path, leave) => {
    const text = `${how}-${leave}`;
    await sendAndLeave(path, text, leave);
    await eventually(`wait ${text} aborted: true`);
    expect((await app.fetch('/')).status).toBe(200);
  });

  test('is not aborted while the visitor waits', async () => {
    const response = app.fetch('/_actions/wait', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ text: 'patient' }),
    });
    await eventually('wait patient begins');
    expect((await response).status).toBe(204);
    expect(await runs()).toContain('wait patient aborted: false');
  });
});
