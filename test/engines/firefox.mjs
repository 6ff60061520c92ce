#!/usr/bin/env node
// Firefox for Playwright: takes Firefox's arguments, and stands between the two on the WebSocket of WebDriver BiDi.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';
import { ensureFirefox } from '../../scripts/browser.mjs';

/**
 * Commands that Playwright sends whatever a test asks for and that Debian's Firefox does not know. They are answered
 * here with an empty result: no test depends on what they would do.
 */
const unknownToFirefox = new Set(['emulation.setMediaFeaturesOverride']);

const firefox = spawn(ensureFirefox(), process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.once('exit', (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.once(signal, () => firefox.kill(signal));
}

const announcement = /^WebDriver BiDi listening on (ws:\/\/\S+)$/;
createInterface(firefox.stderr).on('line', async (line) => {
  const address = announcement.exec(line)?.[1];
  console.error(address ? `WebDriver BiDi listening on ${await relayTo(address)}` : line);
});

/**
 * Serves one address that passes everything on to another, both ways, but for what Firefox does not know.
 * @param {string} target
 * @returns {Promise<string>} the address to connect to
 */
async function relayTo(target) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (client, request) => relay(client, `${target}${request.url}`));
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The relay has no TCP port');
  return `ws://127.0.0.1:${address.port}`;
}

/**
 * @param {WebSocket} client
 * @param {string} target
 */
function relay(client, target) {
  const browser = new WebSocket(target, { perMessageDeflate: false, maxPayload: 0 });
  const opened = once(browser, 'open');
  client.on('message', async (data) => {
    const message = String(data);
    const answer = answerFor(message);
    if (answer) return client.send(answer);
    await opened;
    browser.send(message);
  });
  browser.on('message', (data) => client.send(String(data)));
  client.on('close', () => browser.close());
  browser.on('close', () => client.close());
}

/** @param {string} message */
function answerFor(message) {
  const { id, method } = JSON.parse(message);
  return unknownToFirefox.has(method) ? JSON.stringify({ type: 'success', id, result: {} }) : undefined;
}
