// The summary as Markdown.
import { toTable } from './table.mjs';

/** @typedef {import('./summary.mjs').Summary} Summary */
/** @typedef {import('./summary.mjs').Cell} Cell */

/** @param {Summary} summary */
export function toTables(summary) {
  return [
    `${summary.rounds} rounds on Node ${summary.node}, ${summary.date}. Times that ours takes; in brackets microseconds for one form.`,
    comparison(summary),
    'Ours:',
    verdicts(summary),
    failures(summary),
  ].join('\n\n');
}

/** @param {Summary} summary */
function comparison({ shapes, lines }) {
  const rows = lines.map(({ name, cells }) => [name, ...shapes.map((shape) => show(cells[shape]))]);
  return toTable([['', ...shapes], ...rows]);
}

/** @param {Cell | undefined} cell */
function show(cell) {
  if (!cell) return '';
  return 'failed' in cell ? 'fails' : `${cell.ratio.toFixed(2)} (${cell.time.toPrecision(3)})`;
}

/** @param {Summary} summary */
function verdicts({ verdicts }) {
  const rows = verdicts.map(({ shape, peer, fastestPeer, byHand }) => [
    shape,
    `${fastestPeer.toFixed(2)} times as fast as ${peer}`,
    `${byHand.toFixed(2)} times the time of one by hand`,
  ]);
  return toTable([['shape', 'beside the fastest peer', 'beside one by hand'], ...rows]);
}

/** @param {Summary} summary */
function failures({ lines, shapes }) {
  const found = lines.flatMap(({ name, cells }) =>
    shapes.flatMap((shape) => {
      const cell = cells[shape];
      return cell && 'failed' in cell ? [`- ${name} fails ${shape}: ${cell.failed}`] : [];
    }),
  );
  return found.length > 0 ? found.join('\n') : 'No contestant fails a shape.';
}
