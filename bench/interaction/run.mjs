// `npm run bench:interaction`: a form of 200 fields in Chromium, ours beside Turbo and two enhancers written by hand.
// Options: --json, --quick, --rounds=30.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { ensureChromium, launchArgs } from '../../scripts/browser.mjs';
import { ensureBuilt } from '../../scripts/built.mjs';
import { root } from '../../scripts/run.mjs';
import { buildApp, serve } from '../../scripts/size-app.mjs';
import { installPeers } from '../peers.mjs';
import { shuffle } from '../shuffle.mjs';
import { cases, contestants } from './contestants.mjs';
import { summarize } from './summary.mjs';
import { toMarkdown } from './tables.mjs';
import { visit } from './visit.mjs';

/** @typedef {import('./summary.mjs').Measured} Measured */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 15));

await ensureBuilt();
await installPeers();
const app = join(import.meta.dirname, 'app');
const folder = join(root, 'bench', '.build', `interaction-${process.pid}`);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await buildApp(app, folder);
const server = await serve(app, folder);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs });
try {
  const context = await browser.newContext();
  // what comes first pays for caches
  await runRound(context);
  /** @type {Measured[][]} */
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    results.push(await runRound(context));
    console.error(`round ${round} of ${rounds}`);
  }
  const summary = summarize(results, browser.version());
  console.log(options.json ? JSON.stringify(summary, null, 2) : toMarkdown(summary));
} finally {
  await browser.close();
  await server.stop();
}

/**
 * Every contestant in every case once. A case is measured in one go, so that what is compared is close in time.
 * @param {import('playwright').BrowserContext} context
 */
async function runRound(context) {
  /** @type {Measured[]} */
  const round = [];
  for (const { name, wrong } of shuffle(cases)) {
    for (const { name: contestant, page, summarizes } of shuffle(contestants)) {
      const expected = { wrong, listed: summarizes ? wrong : 0 };
      round.push({ contestant, case: name, spans: await visit(browser, context, server.url + page, expected) });
    }
  }
  return round;
}
