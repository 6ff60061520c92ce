// `npm run size -- --peers`: the scripts of a page with one form, ours beside those of peers. Option: --json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/built.mjs';
import { installPeers } from '../peers.mjs';
import { toTable } from '../table.mjs';
import { contestants } from './contestants.mjs';

/** @typedef {import('./contestants.mjs').Contestant} Contestant */
/** `own`: bytes that the page without the peer does not load. @typedef {{ title: string, versions: string[], own: number, later: number, framework?: { title: string, bytes: number } }} Line */

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

await ensureBuilt();
await installPeers();
// it is one of the peers' own packages
const { weigh } = await import('./weigh.mjs');
/** @type {Line[]} */
const lines = [];
for (const contestant of contestants) lines.push(await toLine(contestant));
console.log(options.json ? JSON.stringify(lines, null, 2) : toMarkdown(lines));

/**
 * @param {Contestant} contestant
 * @returns {Promise<Line>}
 */
async function toLine({ title, packages, source, beside }) {
  const { first, later } = await weigh(source);
  const bytes = beside ? (await weigh(beside.source)).first : 0;
  return {
    title,
    versions: packages.map((name) => `${name} ${versionOf(name)}`),
    own: first - bytes,
    later,
    framework: beside && { title: beside.title, bytes },
  };
}

/** @param {string} name */
function versionOf(name) {
  const file = join(import.meta.dirname, '..', 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

/** @param {readonly Line[]} lines */
function toMarkdown(lines) {
  const rows = lines.map(({ title, versions, own, later, framework }) => [
    title,
    versions.join(', '),
    format(own),
    later ? format(later) : '',
    framework ? `${format(framework.bytes)} (${framework.title})` : '',
  ]);
  return toTable([['', 'version', 'with the page', 'later, if at all', 'framework'], ...rows]);
}

/** @param {number} bytes */
function format(bytes) {
  return bytes.toLocaleString('en');
}
