// What several rounds say together.
import { median } from './median.mjs';

/** @typedef {import('./contestant.mjs').Report} Report */
/**
 * One contestant on one shape. `time`: median, in microseconds for one form. `ratio`: how many times ours it takes, the
 * median of the ratios of each round.
 * @typedef {{ time: number, ratio: number, ratios: number[] } | { failed: string }} Cell
 */
/** @typedef {{ name: string, role: Report['role'], cells: Record<string, Cell> }} Line */
/**
 * `fastestPeer` is how many times ours the fastest peer takes; `byHand` how many times the parser written by hand ours takes.
 * @typedef {{ shape: string, fastestPeer: number, peer: string, byHand: number }} Verdict
 */
/** @typedef {{ node: string, date: string, rounds: number, shapes: string[], lines: Line[], verdicts: Verdict[] }} Summary */

/**
 * @param {readonly (readonly Report[])[]} rounds
 * @returns {Summary}
 */
export function summarize(rounds) {
  const [first = []] = rounds;
  const shapes = Object.keys(first[0]?.results ?? {}).toSorted((a, b) => rank(a) - rank(b));
  const lines = first
    .map(({ name, role }) => ({
      name,
      role,
      cells: Object.fromEntries(shapes.map((shape) => [shape, toCell(rounds, name, shape)])),
    }))
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.name.localeCompare(b.name));
  return {
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    rounds: rounds.length,
    shapes,
    lines,
    verdicts: shapes.map((shape) => toVerdict(lines, shape)),
  };
}

const roles = ['ours', 'peer', 'bound'];
const shapeOrder = ['login', 'mixed', 'invoice', 'rows', 'invalid', 'text'];

/** @param {string} shape */
function rank(shape) {
  return shapeOrder.indexOf(shape);
}

/**
 * @param {readonly (readonly Report[])[]} rounds
 * @param {string} name
 * @param {string} shape
 * @returns {Cell}
 */
function toCell(rounds, name, shape) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const ratios = [];
  for (const round of rounds) {
    const result = round.find((report) => report.name === name)?.results[shape];
    const ours = round.find((report) => report.role === 'ours')?.results[shape];
    if (result && 'failed' in result) return { failed: result.failed };
    if (!result || !ours || !('time' in ours)) continue;
    times.push(result.time);
    ratios.push(result.time / ours.time);
  }
  return { time: median(times), ratio: median(ratios), ratios };
}

/**
 * @param {readonly Line[]} lines
 * @param {string} shape
 * @returns {Verdict}
 */
function toVerdict(lines, shape) {
  let fastest = { peer: 'none', fastestPeer: Infinity };
  let byHand = NaN;
  for (const { name, role, cells } of lines) {
    const cell = cells[shape];
    if (!cell || 'failed' in cell) continue;
    if (role === 'peer' && cell.ratio < fastest.fastestPeer) fastest = { peer: name, fastestPeer: cell.ratio };
    if (name === 'by hand') byHand = 1 / cell.ratio;
  }
  return { shape, ...fastest, byHand };
}
