import { beforeEach, describe, expect, test } from 'vitest';
import { carry, carryWord, readCarried, type Carried } from '../../../src/server/carry/carry.js';
import { openOutcome } from '../../../src/server/once/outcome.js';
import { type Browser, isToken, outcomeOf, place, sealedKinds, tokenOf } from './sealed-kinds.js';
import { carriedText, emptyStore, Jar, useStore } from './support.js';

/** Some seconds, or some minutes with `LONG=1`. */
const ATTEMPTS = process.env['LONG'] ? 100_000 : 4000;
const RESULT = 'action-result-0';
const BINDING = 'action-binding';

async function browserWith(result: Carried, jar = new Jar()): Promise<Browser> {
  jar.delete(RESULT);
  const request = jar.request();
  const id = await carry(request, result);
  request.deliver();
  return { jar, id, sealed: jar.get(RESULT)!.slice(id.length + 1) };
}

async function isAccepted({ jar, id }: Pick<Browser, 'jar' | 'id'>): Promise<boolean> {
  return (await readCarried(jar.request(), id)) !== undefined;
}

function flipped(text: string): string {
  const at = Math.floor(Math.random() * text.length);
  const bit = 1 << Math.floor(Math.random() * 7);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
}

/** The browser with one of its cookies changed. */
function changed({ jar, id }: Browser, name: string, value: string): Pick<Browser, 'jar' | 'id'> {
  return { jar: new Jar(jar).set(name, value) as Jar, id };
}

const note = carriedText('mine');
const photo = { name: 'photo', path: ['photo'], isMultiple: false };
const inForm = (form: string): Carried => ({ ...note, record: { action: 'note', form } });
const wordOf = ({ jar }: Browser) => carryWord(jar.request(), { message: 'Thank you' });

/** What is done, and whether it was accepted. */
type Attempt = readonly [title: string, attempt: (mine: Browser) => Promise<boolean>];

/** What each attempt does, made anew with texts of its own. */
const attempts: readonly Attempt[] = [
  ['a bit of the cookie', (mine) => isAccepted(changed(mine, RESULT, flipped(mine.jar.get(RESULT)!)))],
  ['a bit of the binding', (mine) => isAccepted(changed(withoutFirst(mine), BINDING, flipped(mine.jar.get(BINDING)!)))],
  ['a bit of the id in the URL', (mine) => isAccepted({ jar: mine.jar, id: flipped(mine.id) })],
  ['a bit of what the store holds', (mine) => inStore(flipped(mine.sealed), () => isAccepted(without(mine, RESULT)))],
  ['a bit of a message in the URL', (mine) => isAccepted({ jar: mine.jar, id: flipped(wordOf(mine)) })],
  [
    'the result of another action of this browser',
    async (mine) => swap(mine, await browserWith({ ...note, action: 'remove' }, new Jar(mine.jar))),
  ],
  [
    'the result of another form of this browser',
    async (mine) => swap(mine, await browserWith(inForm('b'), new Jar(mine.jar))),
  ],
  [
    'the result of another action, in the store',
    async (mine) => {
      const other = await browserWith({ ...note, action: 'remove' }, new Jar(mine.jar));
      return inStore(other.sealed, () => isAccepted(without(mine, RESULT)));
    },
  ],
  ['the result of another browser', async (mine) => swap(mine, await browserWith(note))],
  [
    'this result in another browser',
    async (mine) => {
      const { jar } = await browserWith(note);
      return isAccepted({ jar: jar.set(RESULT, mine.jar.get(RESULT)!) as Jar, id: mine.id });
    },
  ],
  [
    'this result in another browser, whose binding has been given the name of this one',
    async (mine) => {
      const { jar } = await browserWith(note);
      const binding = mine.jar.get(BINDING)!.slice(0, 5) + jar.get(BINDING)!.slice(5);
      jar.set(BINDING, binding).set(RESULT, mine.jar.get(RESULT)!);
      return isAccepted({ jar, id: mine.id });
    },
  ],
  [
    'a message in the URL of another browser',
    async (mine) => isAccepted({ jar: mine.jar, id: wordOf(await browserWith(note)) }),
  ],
  ['an outcome for another claim', async () => openOutcome(outcomeOf('a'), 'b') !== undefined],
  ['a kept file for another action', async (mine) => isToken(tokenOf(mine), mine.jar, { ...place, action: 'remove' })],
  ['a kept file for another field', async (mine) => isToken(tokenOf(mine), mine.jar, { ...place, field: photo })],
  ['a kept file of another browser', async (mine) => isToken(tokenOf(await browserWith(note)), mine.jar)],
  ...sealedKinds.map((kind): Attempt => [
    `a bit of ${kind.title}`,
    (mine) => kind.isAccepted(flipped(kind.seal(mine)), mine),
  ]),
  ...sealedKinds.flatMap((kind) =>
    sealedKinds
      .filter((other) => other !== kind)
      .map((other): Attempt => [`${other.title} as ${kind.title}`, (mine) => kind.isAccepted(other.seal(mine), mine)]),
  ),
];

function withoutFirst(mine: Browser): Browser {
  return { ...mine, jar: without(mine, ...mine.jar.holding('action-b-')).jar };
}

function without({ jar, id }: Browser, ...names: string[]): Pick<Browser, 'jar' | 'id'> {
  const left = new Jar(jar);
  for (const name of names) left.delete(name);
  return { jar: left, id };
}

function swap(mine: Browser, other: Browser): Promise<boolean> {
  return isAccepted(changed(mine, RESULT, `${mine.id}.${other.sealed}`));
}

async function inStore<T>(text: string, run: () => Promise<T>): Promise<T> {
  useStore({ ...emptyStore, get: async () => text });
  try {
    return await run();
  } finally {
    useStore(emptyStore);
  }
}

describe('nothing that was changed or swapped is accepted', () => {
  beforeEach(() => useStore(emptyStore));

  test('the same steps without a change are accepted', async () => {
    const mine = await browserWith(inForm('a'));
    expect(await isAccepted(mine)).toBe(true);
    expect(await isAccepted(withoutFirst(mine))).toBe(true);
    expect(await inStore(mine.sealed, () => isAccepted(without(mine, RESULT)))).toBe(true);
    expect(await isAccepted(without(mine, RESULT))).toBe(false);
    expect(await swap(mine, mine)).toBe(true);
    expect(await isAccepted({ jar: mine.jar, id: wordOf(mine) })).toBe(true);
    expect(isToken(tokenOf(mine), mine.jar)).toBe(true);
  });

  test.each(sealedKinds)('$title without a change is accepted', async (kind) => {
    const mine = await browserWith(note);
    expect(await kind.isAccepted(kind.seal(mine), mine)).toBe(true);
  });

  test(`${ATTEMPTS} attempts`, { timeout: 1_800_000 }, async () => {
    const accepted: string[] = [];
    let mine = await browserWith(inForm('a'));
    for (let count = 0; count < ATTEMPTS; count += 1) {
      const [title, attempt] = attempts[count % attempts.length]!;
      if (count % 100 === 0) mine = await browserWith(inForm('a'));
      if (await attempt(mine)) accepted.push(title);
    }
    console.info(`carried: ${ATTEMPTS} bit flips and swaps, ${accepted.length} accepted`);
    expect(accepted).toEqual([]);
  });
});
