// What several rounds say together.
import { createRequire } from 'node:module';
import { median } from '../median.mjs';
import { cases } from './cases.mjs';
import { contestants, plainFor } from './contestants.mjs';

/** @typedef {import('./contestants.mjs').CaseName} CaseName */
/** @typedef {import('./run.mjs').Measured} Measured */
/**
 * One contestant in one case. `cpu`, `wall`: medians, in microseconds for one submission. `ratio`: its submissions a second
 * of processor time, as a multiple of plain Astro's: the median of the ratios of each round, with the lowest and the highest.
 * `rounds`: the processor time of each round, for other ratios.
 * @typedef {{ cpu: number, wall: number, ratio: number, lowest: number, highest: number, rounds: number[] }} Cell
 */
/** @typedef {{ name: string, cells: Partial<Record<CaseName, Cell>> }} Line */
/** @typedef {{ node: string, astro: string, date: string, rounds: number, lines: Line[] }} Summary */

/**
 * @param {readonly (readonly Measured[])[]} rounds
 * @returns {Summary}
 */
export function summarize(rounds) {
  const { version } = createRequire(import.meta.url)('astro/package.json');
  return {
    node: process.version,
    astro: version,
    date: new Date().toISOString().slice(0, 10),
    rounds: rounds.length,
    lines: contestants.map(({ name }) => ({ name, cells: toCells(rounds, name) })),
  };
}

/**
 * @param {readonly (readonly Measured[])[]} rounds
 * @param {string} contestant
 */
function toCells(rounds, contestant) {
  /** @type {Line['cells']} */
  const cells = {};
  for (const { name } of cases) {
    const times = rounds.flatMap((round) => timeOf(round, contestant, name) ?? []);
    if (times.length === 0) continue;
    const ratios = rounds.map((round) => {
      const plain = timeOf(round, plainFor(contestant, name), name)?.cpu ?? NaN;
      return plain / (timeOf(round, contestant, name)?.cpu ?? NaN);
    });
    cells[name] = {
      cpu: median(times.map(({ cpu }) => cpu)),
      wall: median(times.map(({ wall }) => wall)),
      ratio: median(ratios),
      lowest: Math.min(...ratios),
      highest: Math.max(...ratios),
      rounds: times.map(({ cpu }) => cpu),
    };
  }
  return cells;
}

/**
 * @param {readonly Measured[]} round
 * @param {string | undefined} contestant
 * @param {CaseName} name
 */
function timeOf(round, contestant, name) {
  return round.find((measured) => measured.contestant === contestant && measured.case === name)?.time;
}
