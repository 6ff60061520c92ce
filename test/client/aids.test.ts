import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const fields = `<div data-action-aided><input id="secret" name="secret" type="password" value="" aria-describedby="x-error">
    <button type="button" id="eye" data-action-reveal="Hide" aria-label="Show: Password" aria-controls="secret" hidden>Show</button></div>
  <div data-action-aided><textarea id="about" name="about" aria-describedby="count"></textarea>
    <p id="count" data-action-count="10" data-action-count-left="{count} of 10 left" data-action-count-over="{count} over 10">At most 10</p></div>
  <div data-action-aided><input id="sheets" name="sheets" type="range" min="0" max="10" value="4">
    <output id="shown" for="sheets" data-action-output="{value} sheets" hidden></output></div>`;

async function open(more: Parameters<typeof orderForm>[0] = {}): Promise<Island> {
  const island = await studio.island();
  await island.open(orderForm({ fields, button: '<button id="send">Send</button>', ...more }));
  return island;
}

const typeOf = (island: Island) => island.page.getAttribute('#secret', 'type');
const nameOf = (island: Island) => island.page.getAttribute('#eye', 'aria-label');

describe('a password', () => {
  test('is shown and hidden by a button that comes with the script and says what it does', async () => {
    const island = await open();
    expect(await said(island, '#eye')).toEqual({ text: 'Show', hidden: false });
    await island.page.fill('#secret', 'two drums');
    await island.page.press('#secret', 'Tab');
    await island.page.keyboard.press('Enter');
    expect([await typeOf(island), await nameOf(island)]).toEqual(['text', 'Hide: Password']);
    expect(await said(island, '#eye')).toMatchObject({ text: 'Hide' });
    expect(await island.page.evaluate(() => document.activeElement?.id)).toBe('eye');
    await island.page.keyboard.press('Space');
    expect([await typeOf(island), await nameOf(island)]).toEqual(['password', 'Show: Password']);
    expect(island.calls).toEqual([]);
  });

  test('keeps focus and caret when the button is clicked', async () => {
    const island = await open();
    await island.page.fill('#secret', 'two drums');
    await island.page.press('#secret', 'ArrowLeft');
    await island.page.press('#secret', 'ArrowLeft');
    for (const type of ['text', 'password']) {
      await island.page.click('#eye');
      expect(await typeOf(island)).toBe(type);
      expect(
        await island.page.evaluate(() => {
          const { id, selectionStart, selectionEnd } = document.activeElement as HTMLInputElement;
          return [id, selectionStart, selectionEnd];
        }),
      ).toEqual(['secret', 7, 7]);
    }
    await island.page.keyboard.type('!');
    expect(await island.page.inputValue('#secret')).toBe('two dru!ms');
  });

  test('is hidden again when the form is sent, whoever sends it', async () => {
    const island = await open();
    await island.page.click('#eye');
    await submitted(island, () => island.page.click('#send'));
    expect([await typeOf(island), await nameOf(island)]).toEqual(['password', 'Show: Password']);
    await island.page.click('#eye');
    await island.page.evaluate(() =>
      document.addEventListener('submit', (event) => event.preventDefault(), { capture: true }),
    );
    await island.page.click('#send');
    expect(await typeOf(island)).toBe('password');
  });

  test('that is shown while its success arrives is emptied, and no default is made of it', async () => {
    const island = await open({ reset: 'keep' });
    await island.page.fill('#secret', 'two drums');
    await island.page.evaluate(() =>
      document.addEventListener('actionform:submit', () => document.getElementById('eye')?.click()),
    );
    await submitted(island, () => island.page.click('#send'));
    expect(await typeOf(island)).toBe('password');
    expect(await island.page.inputValue('#secret')).toBe('');
    expect(await island.page.getAttribute('#secret', 'value')).toBeNull();
  });
});

describe('a count', () => {
  test('follows what is typed, as Zod counts it, and says when it is too much', async () => {
    const island = await open();
    expect(await said(island, '#count')).toMatchObject({ text: '10 of 10 left' });
    await island.page.fill('#about', 'a\nb😀');
    expect(await said(island, '#count')).toMatchObject({ text: '6 of 10 left' });
    expect(await island.page.getAttribute('#count', 'data-action-over')).toBeNull();
    await island.page.fill('#about', 'twelve signs');
    expect(await said(island, '#count')).toMatchObject({ text: '2 over 10' });
    expect(await island.page.getAttribute('#count', 'data-action-over')).toBe('');
  });

  test('is said to assistive technology after a pause, once, and not while somebody types', async () => {
    const island = await open();
    const news = () => island.page.evaluate(() => Reflect.get(window, 'news') as string[] | undefined);
    await island.page.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(window, 'news', heard);
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          if (target instanceof Element && target.role === 'status' && target.textContent)
            heard.push(target.textContent);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await island.page.locator('#about').pressSequentially('abc');
    await eventually(news).toEqual(['7 of 10 left']);
    await island.page.fill('#sheets', '5');
    expect(await news()).toHaveLength(1);
  });

  test('starts again with a form that is reset', async () => {
    const island = await open();
    await island.page.fill('#about', 'abc');
    await island.page.fill('#sheets', '9');
    await island.page.evaluate(() => document.querySelector('form')!.reset());
    await eventually(() => said(island, '#count')).toMatchObject({ text: '10 of 10 left' });
    await eventually(() => said(island, '#shown')).toMatchObject({ text: '4 sheets' });
  });
});

test('a range says its value, to assistive technology by itself', async () => {
  const island = await open();
  expect(await said(island, '#shown')).toEqual({ text: '4 sheets', hidden: false });
  await island.page.press('#sheets', 'ArrowRight');
  expect(await said(island, '#shown')).toEqual({ text: '5 sheets', hidden: false });
  expect(await island.page.getAttribute('#sheets', 'aria-valuetext')).toBe('5 sheets');
});
