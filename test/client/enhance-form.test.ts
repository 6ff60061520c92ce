import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EnhanceOptions } from '../../src/client.js';
import { held, startStudio, type Island, type Studio } from './support/island.js';
import { byRules, checked, checks, watching } from './support/live.js';
import { orderForm } from './support/order-form.js';
import { eventually, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

type Client = typeof import('../../src/client.js');

/** A form by hand, and what the page does to enhance it. */
async function opened(attributes = ''): Promise<Island> {
  const island = await studio.island();
  await island.open(orderForm({ island: false, attributes }));
  return island;
}

/** Enhances the form, and remembers what undoes it by a name. */
function enhance({ page }: Island, name: string, options?: EnhanceOptions): Promise<void> {
  return page.evaluate(
    ([key, given]) => {
      const { enhanceForm } = Reflect.get(window, 'client') as Client; // why: put there by the page of the tests
      Reflect.set(window, key, enhanceForm(document.forms[0]!, given));
    },
    [name, options] as const,
  );
}

function undo({ page }: Island, name: string): Promise<void> {
  return page.evaluate((key) => Reflect.get(window, key)(), name);
}

function attributes({ page }: Island): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const all = [...document.forms[0]!.attributes].map(({ name, value }) => [name, value] as const);
    return Object.fromEntries(all.filter(([name]) => /-(timeout|repeat|unsaved|validate|enhanced|dirty)$/.test(name)));
  });
}

/** Sends the form as a browser does by itself. */
async function sentNatively(island: Island): Promise<void> {
  const calls = island.calls.length;
  await island.page.click('button');
  await eventually(() => island.visits.length).toBe(1);
  expect(island.calls).toHaveLength(calls);
}

const options: EnhanceOptions = { timeout: 100, repeat: 'queue', unsaved: 'mark', validate: 'blur' };
const enhanced = { 'data-action-enhanced': '' };

describe('what enhanceForm gives', () => {
  test.each([
    ['no attributes', '', {}],
    [
      'attributes of its own',
      'data-action-timeout="5" data-action-unsaved="ask" data-action-validate="false"',
      { 'data-action-timeout': '5', 'data-action-unsaved': 'ask', 'data-action-validate': 'false' },
    ],
  ])('leaves a form as it was, with %s', async (_, own, before) => {
    const island = await opened(own);
    await enhance(island, 'stop', options);
    expect(await attributes(island)).toEqual({
      ...enhanced,
      'data-action-timeout': '100',
      'data-action-repeat': 'queue',
      'data-action-unsaved': 'mark',
      'data-action-validate': 'blur',
    });
    await undo(island, 'stop');
    expect(await attributes(island)).toEqual(before);
    await enhance(island, 'stop');
    expect(await attributes(island)).toEqual({ ...before, ...enhanced });
  });

  test('takes back marks of what was not sent', async () => {
    const island = await opened();
    await enhance(island, 'first');
    await enhance(island, 'second', { unsaved: 'mark' });
    await island.page.waitForFunction(() => Symbol.for('astro-action-forms.unsaved') in document);
    await island.page.fill('[name=note]', 'x');
    const dirty = island.page.locator('[data-action-dirty]');
    expect(await dirty.count()).toBe(2);
    await undo(island, 'second');
    expect(await dirty.count()).toBe(0);
    expect(await attributes(island)).toEqual(enhanced);
  });

  test('does nothing the second time', async () => {
    const island = await opened();
    await enhance(island, 'first');
    await enhance(island, 'second');
    await undo(island, 'first');
    await undo(island, 'first');
    await submitted(island);
    await undo(island, 'second');
    expect(await attributes(island)).toEqual({});
    await sentNatively(island);
  });
});

describe('a form that is enhanced again', () => {
  test('is as the latest caller says, and after it as the one before', async () => {
    const island = await opened('data-action-timeout="1"');
    await enhance(island, 'first', { timeout: 2, repeat: 'abort' });
    await enhance(island, 'second', { timeout: 3 });
    await enhance(island, 'third');
    expect(await attributes(island)).toEqual({
      ...enhanced,
      'data-action-timeout': '3',
      'data-action-repeat': 'abort',
    });
    await undo(island, 'first');
    expect(await attributes(island)).toEqual({ ...enhanced, 'data-action-timeout': '3' });
    await undo(island, 'second');
    expect(await attributes(island)).toEqual({ ...enhanced, 'data-action-timeout': '1' });
    await undo(island, 'third');
    expect(await attributes(island)).toEqual({ 'data-action-timeout': '1' });
  });

  test('is still checked when one of its callers has undone it', async () => {
    const island = await opened();
    island.answer(byRules({ email: () => 'Enter an email address' }));
    await enhance(island, 'first', { validate: 'blur' });
    await enhance(island, 'second');
    await undo(island, 'second');
    await watching(island);
    await island.page.fill('[name=email]', 'abc');
    await checked(island, () => island.page.keyboard.press('Tab'));
    expect(checks(island)).toEqual([['email']]);
  });

  test('has one set of listeners, until the last caller has undone it', async () => {
    const island = await opened();
    await island.page.evaluate(() => {
      const form = document.forms[0]!;
      const { addEventListener } = form;
      Reflect.set(window, 'added', 0);
      form.addEventListener = (...listener: Parameters<typeof addEventListener>) => {
        Reflect.set(window, 'added', Reflect.get(window, 'added') + 1);
        addEventListener.apply(form, listener);
      };
    });
    const added = () => island.page.evaluate(() => Reflect.get(window, 'added'));
    await enhance(island, 'first');
    const once = await added();
    expect(once).toBeGreaterThan(0);
    await enhance(island, 'second');
    expect(await added()).toBe(once);
    await undo(island, 'first');
    await undo(island, 'second');
    await enhance(island, 'third');
    expect(await added()).toBe(2 * once);
  });

  test('by another copy of the package is one form all the same', async () => {
    const island = await opened();
    await enhance(island, 'first', { timeout: 5000 });
    await island.page.evaluate(() => Reflect.deleteProperty(window, 'client'));
    await island.page.addScriptTag({ type: 'module', url: '/assets/island.js?copy' });
    await island.page.waitForFunction(() => 'client' in window);
    await enhance(island, 'second');
    await undo(island, 'first');
    expect(await attributes(island)).toEqual(enhanced);
    const { responder, release } = held();
    island.answer(responder);
    await island.page.click('button');
    await eventually(() => island.calls.length).toBe(1);
    await undo(island, 'second');
    release();
    // What is under way comes to its end.
    await eventually(() => island.eventTypes()).toEqual(['submit', 'success', 'end']);
    expect(await attributes(island)).toEqual({});
    await sentNatively(island);
  });
});

describe('what is no form', () => {
  test.each([
    [
      'a selector that finds nothing',
      "document.querySelector('#missing')",
      'given null. Is the form on the page when the script runs',
    ],
    ['nothing', 'undefined', 'given undefined.'],
    ['a selector itself', "'#order'", 'given String.'],
    ['another element', 'document.body', 'given HTMLBodyElement.'],
  ])('is refused with what it is: %s', async (_, given, said) => {
    const island = await opened();
    const message = await island.page.evaluate((code) => {
      const { enhanceForm } = Reflect.get(window, 'client') as Client; // why: put there by the page of the tests
      try {
        enhanceForm(new Function(`return ${code}`)());
      } catch (error) {
        return String(error);
      }
      return 'it was taken';
    }, given);
    expect(message).toContain('TypeError: [astro-action-forms] enhanceForm() needs a <form> element, and was ' + said);
  });

  test('is not a form of another frame', async () => {
    const island = await opened();
    const isEnhanced = await island.page.evaluate(() => {
      const { enhanceForm } = Reflect.get(window, 'client') as Client; // why: put there by the page of the tests
      const { contentDocument } = document.body.appendChild(document.createElement('iframe'));
      const form = contentDocument!.body.appendChild(contentDocument!.createElement('form'));
      enhanceForm(form);
      return form.hasAttribute('data-action-enhanced');
    });
    expect(isEnhanced).toBe(true);
  });
});
