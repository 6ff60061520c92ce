import { describe, expect, test } from 'vitest';
import { nameClaims, type Sent } from '../../../src/server/once/fingerprint.js';

type Entries = readonly (readonly [string, string | File])[];

function sent(entries: Entries, changes: Partial<Sent> = {}): Sent {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return { secret: 'secret', action: 'act', record: undefined, form, ...changes };
}

const text: Entries = [
  ['a', '1'],
  ['b', '2'],
];
const file = (content: string, name = 'a.txt', type = 'text/plain') => new File([content], name, { type });
const record = { action: 'act', form: 'act' };

describe('what was sent', () => {
  test.each<[string, Sent, Sent]>([
    ['the same entries', sent(text), sent(text)],
    ['another record and key', sent([['_action_form', 'x'], ['_action_key', 'x'], ...text]), sent(text)],
    ['a file of the same bytes', sent([['f', file('x')]]), sent([['f', file('x')]])],
    ['a file control that nobody touched', sent([...text, ['f', new File([], '')]]), sent(text)],
    [
      'the same record, opened anew',
      sent(text, { record: { ...record, bound: { id: 1n, at: new Date(0) } } }),
      sent(text, { record: { ...record, bound: { id: 1n, at: new Date(0) } } }),
    ],
  ])('is the same: %s', async (_, one, other) => {
    expect(await nameClaims(one)).toEqual(await nameClaims(other));
  });

  test.each<[string, Sent, Sent]>([
    [
      'another value',
      sent(text),
      sent([
        ['a', '1'],
        ['b', '3'],
      ]),
    ],
    [
      'another name',
      sent(text),
      sent([
        ['a', '1'],
        ['c', '2'],
      ]),
    ],
    [
      'another order',
      sent(text),
      sent([
        ['b', '2'],
        ['a', '1'],
      ]),
    ],
    ['one entry more', sent(text), sent([...text, ['c', '']])],
    ['an entry twice', sent(text), sent([['a', '1'], ...text])],
    ['a border at another place', sent([['ab', 'c']]), sent([['a', 'bc']])],
    [
      'a value that looks like two entries',
      sent([
        ['a', '1'],
        ['b', '2'],
      ]),
      sent([['a', '11:b1:2']]),
    ],
    ['text in the place of a file', sent([['f', file('x', 'x')]]), sent([['f', 'x']])],
    ['a file of other bytes', sent([['f', file('x')]]), sent([['f', file('y')]])],
    ['a file of another name', sent([['f', file('x', 'a.txt')]]), sent([['f', file('x', 'b.txt')]])],
    ['a file of another type', sent([['f', file('x')]]), sent([['f', file('x', 'a.txt', 'text/html')]])],
    [
      'bytes that went over to the next file',
      sent([
        ['f', file('xy')],
        ['f', file('')],
      ]),
      sent([
        ['f', file('x')],
        ['f', file('y')],
      ]),
    ],
    ['an empty file with a name', sent([['f', file('')]]), sent([])],
    ['another secret', sent(text), sent(text, { secret: 'other' })],
    ['another action', sent(text), sent(text, { action: 'other' })],
    [
      'other bound input',
      sent(text, { record: { ...record, bound: { id: 1 } } }),
      sent(text, { record: { ...record, bound: { id: 2 } } }),
    ],
    ['another form of the page', sent(text, { record }), sent(text, { record: { ...record, form: 'b' } })],
  ])('is something else: %s', async (_, one, other) => {
    const [{ claim }, { claim: otherClaim }] = [await nameClaims(one), await nameClaims(other)];
    expect(claim).not.toBe(otherClaim);
  });

  test('is named without a trace of it', async () => {
    const { claim, last } = await nameClaims(sent([['card', '4111']]));
    expect(claim).toMatch(/^action-form:once:[\w-]{43}$/);
    expect(last).toMatch(/^action-form:once:[\w-]{43}$/);
    expect(claim).not.toBe(last);
  });

  test('belongs to what else was sent with the key', async () => {
    const { last } = await nameClaims(sent(text));
    expect((await nameClaims(sent([]))).last).toBe(last);
    expect((await nameClaims(sent(text, { secret: 'other' }))).last).not.toBe(last);
    expect((await nameClaims(sent(text, { action: 'other' }))).last).not.toBe(last);
  });

  test('may be a large file', async () => {
    const large = new File([new Uint8Array(3_000_000).fill(7)], 'large');
    const longer = new File([new Uint8Array(3_000_001).fill(7)], 'large');
    const [one, other] = [await nameClaims(sent([['f', large]])), await nameClaims(sent([['f', longer]]))];
    expect(one).toEqual(await nameClaims(sent([['f', large]])));
    expect(one.claim).not.toBe(other.claim);
  });
});
