// What is asked of a contestant, and what has to come of it.
import { parse } from 'devalue';

/** @typedef {import('./contestants.mjs').CaseName} CaseName */
/** @typedef {import('./contestants.mjs').Target} Target */
/** @typedef {import('./visitor.mjs').Visitor} Visitor */
/** @typedef {import('./visitor.mjs').Answer} Answer */
/**
 * @typedef {object} Case
 * @property {CaseName} name
 * @property {string} title
 * @property {(visitor: Visitor, target: Target) => Promise<Answer>} submit One submission.
 * @property {(answer: Answer) => string | undefined} check What is wrong with its answer.
 */

/** @type {readonly (readonly [string, string])[]} */
const good = [
  ['email', 'ada@example.com'],
  ['name', 'Ada'],
  ['size', 'small'],
  ['quantity', '2'],
  ['gift', 'true'],
  ['note', ''],
];
const broken = new Map([
  ['email', 'nobody'],
  ['quantity', '0'],
]);
const wrong = good.map(([name, value]) => /** @type {const} */ ([name, broken.get(name) ?? value]));

/** @type {readonly Case[]} */
export const cases = [
  {
    name: 'island',
    title: 'island call',
    submit: (visitor, { action = '' }) => visitor.call(good, action),
    check: ({ status, headers, body }) => {
      if (status !== 200) return `status ${status}`;
      const data = headers['content-type']?.includes('+devalue') ? parse(body) : JSON.parse(body);
      const expected = { reference: 'small-2', total: 2500, thanks: 'Thank you, Ada', gift: true };
      return JSON.stringify(data) === JSON.stringify(expected) ? undefined : body;
    },
  },
  {
    name: 'valid',
    title: 'native, valid, carried',
    submit: (visitor, { action }) => visitor.submit(good, action),
    check: (answer) => lacks(answer, 200, ['<p id="result">Thank you, Ada</p>']),
  },
  {
    name: 'invalid',
    title: 'native, invalid',
    submit: (visitor, { action }) => visitor.submit(wrong, action),
    check: (answer) =>
      lacks(answer, 400, [
        '<title>Error: Order</title>',
        'value="nobody"',
        'Invalid email address</a>',
        'Invalid email address</p>',
        'Too small: expected number to be &gt;=1</p>',
      ]),
  },
  {
    name: 'stored',
    title: 'native, valid, kept in the store',
    submit: (visitor, { action }) => visitor.submit(good, action),
    check: (answer) => lacks(answer, 200, ['<p id="result">Thank you, Ada (200 lines)</p>']),
  },
];

/**
 * @param {Answer} answer
 * @param {number} status
 * @param {readonly string[]} texts
 */
function lacks(answer, status, texts) {
  if (answer.status !== status) return `status ${answer.status}`;
  const missing = texts.filter((text) => !answer.body.includes(text));
  return missing.length > 0 ? `no ${missing.join(', ')}` : undefined;
}
