// The summary as Markdown.
import { toTable } from '../table.mjs';
import { cases } from './cases.mjs';

/** @typedef {import('./summary.mjs').Summary} Summary */
/** @typedef {import('./summary.mjs').Cell} Cell */

/** @param {Summary} summary */
export function toMarkdown({ node, astro, date, rounds, lines }) {
  const shown = cases.filter(({ name }) => lines.some(({ cells }) => cells[name]));
  const rows = lines
    .filter(({ cells }) => Object.keys(cells).length > 0)
    .map(({ name, cells }) => [name, ...shown.map((one) => show(cells[one.name]))]);
  return [
    `${date}, Node ${node}, Astro ${astro}, ${rounds} rounds. Submissions for a second of processor time; in brackets as a multiple of the line of Astro's whose page is made in the same way.`,
    toTable([['', ...shown.map(({ title }) => title)], ...rows]),
  ].join('\n\n');
}

/** @param {Record<string, import('./profile.mjs').Report>} reports */
export function toProfiles(reports) {
  const names = Object.keys(reports);
  const titles = names.map((name) => cases.find((one) => one.name === name)?.title ?? name);
  const found = [...new Set(Object.values(reports).flatMap(({ share }) => Object.keys(share)))];
  const rows = found.map((part) => [part, ...names.map((name) => percent(reports[name]?.share[part] ?? 0))]);
  const tops = names.map((name, at) => {
    const functions = reports[name]?.functions ?? [];
    return `${titles[at]}:\n\n${toTable([
      ['function', 'part', 'itself'],
      ...functions.map((one) => [`\`${one.name}\``, one.part, percent(one.share)]),
    ])}`;
  });
  return [toTable([['', ...titles], ...rows]), ...tops].join('\n\n');
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

/** @param {Cell | undefined} cell */
function show(cell) {
  if (!cell) return '';
  const rate = String(Math.round(1e6 / cell.cpu));
  return Number.isNaN(cell.ratio) ? rate : `${rate} (${cell.ratio.toFixed(2)})`;
}
