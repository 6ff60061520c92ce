import type { BigIntNode, BooleanNode, ChoiceNode, DateNode, NumberNode, StringNode } from '../../schema/kinds.js';
import type { Reader } from '../context.js';
import { readDate } from './date.js';
import { scalarReader, UNREADABLE } from './scalar.js';

/** CRLF and CR become LF, so that lengths agree with those that the page's script sees. */
export function stringReader(node: StringNode): Reader {
  const refused = node.coerce ? UNREADABLE : undefined;
  return scalarReader(node, {
    fromText: toLineFeeds,
    missing: refused,
    blank: '',
    refused,
    lastCounts: node.words !== undefined,
  });
}

/** The HTML floating-point grammar: https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#floating-point-numbers */
export function numberReader(node: NumberNode): Reader {
  const refused = node.coerce ? Number.NaN : undefined;
  return scalarReader(node, { fromText: (text) => readNumber(text) ?? refused ?? text, refused });
}

export function bigintReader(node: BigIntNode): Reader {
  const refused = node.coerce ? Number.NaN : undefined;
  return scalarReader(node, { fromText: (text) => readBigInt(text) ?? refused ?? text, refused });
}

export function dateReader(node: DateNode): Reader {
  const refused = node.coerce ? new Date(Number.NaN) : undefined;
  return scalarReader(node, { fromText: (text, { timeZone }) => readDate(text, timeZone) ?? refused ?? text, refused });
}

/** A box: not sent is unticked, and of a hidden `false` and a ticked `true` the last one counts. */
export function booleanReader(node: BooleanNode): Reader {
  const { trueValue } = node;
  return scalarReader(node, {
    fromText: (text) => (text === trueValue ? true : (readBoolean(text, trueValue) ?? text)),
    missing: false,
    blank: false,
    lastCounts: true,
  });
}

/** One of a list of values, by its string form. */
export function choiceReader(node: ChoiceNode): Reader {
  const { members } = node;
  const empty = members.get('');
  const values = new Map([...members].map(([sent, { value }]) => [sent, value]));
  const booleans = new Set([...values.values()].filter((value) => typeof value === 'boolean'));
  return scalarReader(node, {
    fromText(text) {
      const value = values.get(text);
      if (value !== undefined || values.has(text)) return value;
      const boolean = booleans.size > 0 ? readBoolean(text) : undefined;
      return boolean !== undefined && booleans.has(boolean) ? boolean : text;
    },
    blank: empty?.value,
    blankIsValue: empty?.value === '',
    lastCounts: node.boolean,
  });
}

/** `undefined` for a text that says neither. With a `trueValue` of its own, a box is not ticked by `on`. */
export function readBoolean(text: string, trueValue?: string): boolean | undefined {
  switch (text) {
    case 'true':
    case '1':
      return true;
    case 'on':
      return trueValue === undefined || trueValue === 'on' ? true : undefined;
    case 'false':
    case 'off':
    case '0':
      return false;
    default:
      return undefined;
  }
}

const LINE_FEED = 0x0a;

/** CRLF and CR become LF. */
export function toLineFeeds(text: string): string {
  let at = text.indexOf('\r');
  if (at < 0) return text;
  // an expression would look at every character, and takes up to twice the time
  let lines = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf('\r', from)) {
    lines += `${text.slice(from, at)}\n`;
    from = text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
  }
  return lines + text.slice(from);
}

const floatingPoint = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/;

function readNumber(text: string): number | undefined {
  const plain = readPlainNumber(text);
  if (plain !== undefined) return plain;
  const trimmed = text.trim();
  if (!floatingPoint.test(trimmed)) return undefined;
  const value = Number(trimmed);
  // `+ 0` makes 0 of -0
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** As many digits as a number holds without a doubt. */
const MAX_EXACT_DIGITS = 15;
const ZERO = 0x30;
const POINT = 0x2e;
const powersOfTen = Array.from({ length: MAX_EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/**
 * Most numbers in forms are a few digits, with a point or without, and are read in less time than the grammar takes to
 * look at them. Both the digits and the power of ten are exact, so dividing one by the other rounds once, as IEEE 754 asks.
 */
function readPlainNumber(text: string): number | undefined {
  if (text.length > MAX_EXACT_DIGITS) return undefined;
  let value = 0;
  let point = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0) {
      point = at;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  if (point < 0) return value;
  const decimals = text.length - point - 1;
  return decimals > 0 ? value / powersOfTen[decimals]! : undefined;
}

/** Beyond this, reading a number takes noticeably longer than receiving it. */
const MAX_DIGITS = 1000;

function readBigInt(text: string): bigint | undefined {
  const trimmed = text.trim();
  return trimmed.length <= MAX_DIGITS && /^-?\d+$/.test(trimmed) ? BigInt(trimmed) : undefined;
}
