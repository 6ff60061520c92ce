// What several rounds say together.
import { median, quantile } from '../median.mjs';
import { cases, contestants } from './contestants.mjs';

/** @typedef {import('./contestants.mjs').CaseName} CaseName */
/** @typedef {import('./contestants.mjs').ContestantName} ContestantName */
/** @typedef {import('./visit.mjs').Spans} Spans */
/** @typedef {{ contestant: ContestantName, case: CaseName, spans: Spans }} Measured */
/** @typedef {'wall' | 'cpu'} Clock */
/** Our time as a multiple of another one's: the median of the ratios of each round, and the quartiles. @typedef {{ median: number, low: number, high: number }} Ratio */
/** `times`: medians in milliseconds. `ours`: our time divided by this one. @typedef {{ times: Record<Clock, number>, ours: Record<Clock, Ratio> }} Cell */
/** @typedef {{ case: CaseName, contestant: ContestantName, cells: Record<keyof Spans, Cell> }} Line */
/** @typedef {{ node: string, chromium: string, date: string, rounds: number, lines: Line[] }} Summary */

/**
 * @param {readonly (readonly Measured[])[]} rounds
 * @param {string} chromium its version
 * @returns {Summary}
 */
export function summarize(rounds, chromium) {
  return {
    node: process.version,
    chromium,
    date: new Date().toISOString().slice(0, 10),
    rounds: rounds.length,
    lines: cases.flatMap((one) => contestants.map((contestant) => toLine(rounds, one.name, contestant.name))),
  };
}

/**
 * @param {readonly (readonly Measured[])[]} rounds
 * @param {CaseName} name
 * @param {ContestantName} contestant
 * @returns {Line}
 */
function toLine(rounds, name, contestant) {
  const pairs = rounds.flatMap((round) => {
    const of = (/** @type {ContestantName} */ who) =>
      round.find((measured) => measured.case === name && measured.contestant === who)?.spans;
    const [own, ours] = [of(contestant), of('ours')];
    return own && ours ? [{ own, ours }] : [];
  });
  const toCell = (/** @type {keyof Spans} */ span) => {
    const timeOn = (/** @type {Clock} */ clock) => median(pairs.map(({ own }) => own[span][clock]));
    const ratioOn = (/** @type {Clock} */ clock) =>
      toRatio(pairs.map(({ own, ours }) => ours[span][clock] / own[span][clock]));
    return {
      times: { wall: timeOn('wall'), cpu: timeOn('cpu') },
      ours: { wall: ratioOn('wall'), cpu: ratioOn('cpu') },
    };
  };
  return {
    case: name,
    contestant,
    cells: { sent: toCell('sent'), seen: toCell('seen'), painted: toCell('painted'), longest: toCell('longest') },
  };
}

/**
 * @param {readonly number[]} ratios
 * @returns {Ratio}
 */
function toRatio(ratios) {
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}
