// `npm run bench`: the decoder beside its peers. Options: --json, --quick, --rounds=5.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../scripts/built.mjs';
import { keep, root } from '../scripts/run.mjs';
import { contestantFiles } from './contestant.mjs';
import { installPeers } from './peers.mjs';
import { shapes } from './shapes.mjs';
import { shuffle } from './shuffle.mjs';
import { summarize } from './summary.mjs';
import { toTables } from './tables.mjs';

/** @typedef {import('./contestant.mjs').Report} Report */
/** @typedef {import('./measure.mjs').Budget} Budget */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
});

const rounds = Number(options.rounds ?? (options.quick ? 2 : 5));
/** @type {Budget} */
const budget = options.quick ? { warmUp: 80, timed: 80 } : { warmUp: 200, timed: 250 };

await ensureBuilt();
await installPeers();
const build = process.env.BENCH_DIST ?? copyBuild();
/** @type {Report[][]} */
const reports = [];
for (let round = 1; round <= rounds; round += 1) {
  reports.push(await runRound());
  console.error(`round ${round} of ${rounds}`);
}
const summary = summarize(reports);
console.log(options.json ? JSON.stringify(summary, null, 2) : toTables(summary));

/** What is measured stays as it is, whoever builds the package meanwhile. */
function copyBuild() {
  const copy = join(import.meta.dirname, '.build', `dist-${process.pid}`);
  cpSync(join(root, 'dist'), copy, { recursive: true });
  process.on('exit', () => rmSync(copy, { recursive: true }));
  return copy;
}

/** Every contestant once, each in a process of its own, with contestants and shapes in a new order. */
async function runRound() {
  const order = shuffle(shapes.map(({ name }) => name));
  /** @type {Report[]} */
  const round = [];
  for (const file of shuffle(contestantFiles())) {
    /** @type {import('./contestant.mjs').Order} */
    const job = { file, shapes: order, budget, build };
    const script = join(root, 'bench', 'contestant.mjs');
    const { code, output } = await keep('node', ['--expose-gc', script, JSON.stringify(job)]);
    const line = output.trimEnd().split('\n').at(-1) ?? '';
    if (code !== 0 || !line.startsWith('{')) throw new Error(`${file} ended with code ${code}\n${output}`);
    // its own last line
    round.push(/** @type {Report} */ (JSON.parse(line)));
  }
  return round;
}
