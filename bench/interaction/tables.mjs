// The summary as Markdown.
import { toTable } from '../table.mjs';
import { cases, contestants } from './contestants.mjs';
import { THROTTLING } from './visit.mjs';

/** @typedef {import('./summary.mjs').Summary} Summary */
/** @typedef {import('./summary.mjs').Cell} Cell */

const clocks = /** @type {const} */ ([
  ['wall', 'by the clock'],
  ['cpu', "of the main thread's processor time"],
]);

/** @param {Summary} summary */
export function toMarkdown({ node, chromium, date, rounds, lines }) {
  const columns = ['click to first byte', 'answer to errors in view', 'answer to all errors', 'longest task'];
  const head = `${date}, Chromium ${chromium}, Node ${node}, ${THROTTLING} times slower, ${rounds} rounds. Milliseconds; in brackets our time as a multiple of this one, with the quartiles.`;
  const tables = cases.flatMap(({ name, title }) =>
    clocks.map(([clock, of]) => {
      const rows = lines
        .filter((line) => line.case === name)
        .map(({ contestant, cells: { sent, seen, painted, longest } }) => [
          contestants.find((one) => one.name === contestant)?.title ?? contestant,
          ...[sent, seen, painted, longest].map((cell) => show(cell, clock)),
        ]);
      return `${title}, ${of}:\n\n${toTable([['', ...columns], ...rows])}`;
    }),
  );
  return [head, ...tables].join('\n\n');
}

/**
 * @param {Cell} cell
 * @param {'wall' | 'cpu'} clock
 */
function show({ times, ours }, clock) {
  const { median, low, high } = ours[clock];
  return `${times[clock].toFixed(1)} (${median.toFixed(2)}, ${low.toFixed(2)} to ${high.toFixed(2)})`;
}
