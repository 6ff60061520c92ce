// Where a server's time goes: a CPU profile of each case, every sample put down to a part of the work.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** @typedef {import('node:inspector').Profiler.Profile} Profile */
/** @typedef {import('node:inspector').Profiler.ProfileNode} Node */
/** @typedef {{ share: Record<string, number>, functions: { name: string, part: string, share: number }[] }} Report Shares are parts of 1. */

/** What a source belongs to: the first pattern that fits. What Node does for a caller is put down to the caller. */
const parts = /** @type {const} */ ([
  [/zod/, 'Zod'],
  [/dist\/(?:schema|submission|shared)\//, 'ours: reading the form'],
  [/dist\/server\/(?:body|multipart|json-body|discard|media-type)/, 'ours: body'],
  [/dist\/server\/(?:seal|sign|key|record|encoding)/, 'ours: sealing and signing'],
  [/dist\/server\/(?:carry|store|arrive)/, 'ours: carrying'],
  [
    /dist\/server\/(?:form|controls|slots|page-url|plain-text)|astro-action-forms\/components|^(?:\.\.\/)*components\//,
    'ours: view and components',
  ],
  [/dist\/server\//, 'ours: guard, middlewares, answers'],
  [/bench\/http\/apps|src\/(?:pages|actions|components)|order\.ts/, 'the app'],
  [/devalue/, 'devalue'],
  [/astro\/dist\/runtime\/|html-escaper/, 'Astro: rendering'],
  [/astro|@astrojs|cookie|server-destroy|send/, 'Astro: pipeline and adapter'],
]);

/**
 * @param {Profile} profile
 * @returns {Report}
 */
export function toReport({ nodes, samples = [], timeDeltas = [] }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])));
  const partOfNode = new Map(nodes.map((node) => [node.id, toPart(node, parents)]));
  /** @type {Record<string, number>} */
  const share = {};
  /** @type {Map<string, { name: string, part: string, share: number }>} */
  const functions = new Map();
  let total = 0;
  for (const [at, id] of samples.entries()) {
    const node = byId.get(id);
    const part = partOfNode.get(id);
    if (node === undefined || part === undefined) continue;
    const time = timeDeltas[at] ?? 0;
    total += time;
    share[part] = (share[part] ?? 0) + time;
    const name = `${node.callFrame.functionName || '(anonymous)'} ${short(sourceOf(node))}`;
    const known = functions.get(`${name}${part}`) ?? { name, part, share: 0 };
    known.share += time;
    functions.set(`${name}${part}`, known);
  }
  const ofTotal = (/** @type {number} */ time) => time / total;
  return {
    share: Object.fromEntries(
      Object.entries(share)
        .toSorted(([, a], [, b]) => b - a)
        .map(([part, time]) => [part, ofTotal(time)]),
    ),
    functions: [...functions.values()]
      .toSorted((a, b) => b.share - a.share)
      .slice(0, 25)
      .map((entry) => ({ ...entry, share: ofTotal(entry.share) })),
  };
}

/**
 * The part of a sample, undefined while the process waits.
 * @param {Node} node
 * @param {Map<number, Node>} parents
 */
function toPart(node, parents) {
  const { functionName, url } = node.callFrame;
  // Starting the profiler takes its time too.
  if (functionName === '(idle)' || functionName === '(program)' || url === 'node:inspector') return undefined;
  if (functionName === '(garbage collector)') return 'garbage collection';
  for (let at = /** @type {Node | undefined} */ (node); at !== undefined; at = parents.get(at.id)) {
    const source = sourceOf(at);
    if (source === '' || source.startsWith('node:')) continue;
    const [, part] = parts.find(([pattern]) => pattern.test(source)) ?? [];
    if (part !== undefined) return part;
  }
  return 'Node: sockets, streams, promises';
}

/** @type {Map<string, SourceMap | undefined>} */
const maps = new Map();

/**
 * The source of a function, before it was bundled.
 * @param {Node} node
 */
function sourceOf({ callFrame: { url, lineNumber, columnNumber } }) {
  if (!url.startsWith('file:')) return url;
  const file = fileURLToPath(url);
  let map = maps.get(file);
  if (!maps.has(file)) {
    map = existsSync(`${file}.map`) ? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))) : undefined;
    maps.set(file, map);
  }
  const entry = map?.findEntry(lineNumber, columnNumber);
  return entry && 'originalSource' in entry && entry.originalSource ? entry.originalSource : url;
}

/** @param {string} source */
function short(source) {
  return source.split('/').slice(-2).join('/');
}
