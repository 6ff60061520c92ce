import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { held, type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, said } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

describe('forms that refresh the same region', () => {
  /** A list of jobs with a form in each row, and a form beside it; all of them refresh. */
  function jobs(titles: readonly string[], done: ReadonlySet<string>): string {
    const rows = titles.map((title) => {
      const attributes = `data-action-refresh="#row-${title}"`;
      // Fields that hide what a form is asked for.
      const fields = ['id', 'ariaBusy'].map((name) => `<input type="hidden" name="${name}">`).join('');
      const form = orderForm({ id: title, summary: false, attributes, fields });
      return `<li id="row-${title}"><b>${done.has(title) ? 'done' : 'to do'}</b>${form}</li>`;
    });
    return `<ul id="rows">${rows.join('')}</ul>${orderForm({ id: 'add', attributes: 'data-action-refresh="#rows"' })}`;
  }

  async function openJobs() {
    const island = await studio.island();
    const titles = ['cut'];
    const done = new Set<string>();
    await island.open(() => jobs(titles, done));
    return {
      island,
      page: island.page,
      titles,
      done,
      states: () => island.page.locator('#rows li > b').allTextContents(),
    };
  }

  /** Holds the answers to `GET /` back, and lets them go in the order that a test says. */
  async function holdPages(island: Island): Promise<(() => Promise<void>)[]> {
    const waiting: (() => Promise<void>)[] = [];
    await island.page.route(`${island.origin}/`, async (route) => {
      const response = await route.fetch();
      waiting.push(() => route.fulfill({ response }).catch(() => {}));
    });
    return waiting;
  }

  const type = (page: Island['page'], form: string, note: string) => page.fill(`#${form} [name=note]`, note);
  const press = (page: Island['page'], form: string) => page.click(`#${form} button`);

  test('E17 a form that is under way stays where it is when another one refreshes the region: its outcome shows', async () => {
    const { island, page, titles, done, states } = await openJobs();
    const tick = held();
    island.answer((request) => {
      if (!request.body.includes('note=tick')) {
        titles.push('fold');
        return { status: 204 };
      }
      done.add('cut');
      return tick.responder(request);
    });
    await type(page, 'cut', 'tick');
    await page.focus('#cut button');
    await page.keyboard.press('Enter');
    await eventually(() => island.calls.length).toBe(1);
    await page.evaluate(() => document.querySelector<HTMLFormElement>('#add')!.requestSubmit());
    await eventually(states).toHaveLength(2);
    expect(await page.evaluate(() => document.activeElement?.closest('form')?.getAttribute('id'))).toBe('cut');
    expect(await page.locator('#cut').getAttribute('aria-busy')).toBe('true');
    tick.release();
    await eventually(states).toEqual(['done', 'to do']);
    await eventually(() => island.eventTypes()).toEqual(['submit', 'submit', 'success', 'end', 'success', 'end']);
    expect(island.uncaught).toEqual([]);
  });

  test('E17 a form that was refused meanwhile shows why', async () => {
    const { island, page, states, titles } = await openJobs();
    const tick = held({ status: 409, headers: { 'Content-Type': 'application/json' }, body: refusal });
    island.answer((request) => {
      if (request.body.includes('note=tick')) return tick.responder(request);
      titles.push('fold');
      return { status: 204 };
    });
    await type(page, 'cut', 'tick');
    await press(page, 'cut');
    await eventually(() => island.calls.length).toBe(1);
    await press(page, 'add');
    await eventually(states).toHaveLength(2);
    tick.release();
    await eventually(() => page.locator('#cut [role=status]').textContent()).toBe('Somebody else has it');
    expect(await page.inputValue('#cut [name=note]')).toBe('tick');
  });

  test('E17 what was entered in a form of the region and not sent stays; other forms are fresh', async () => {
    const { island, page, titles, states } = await openJobs();
    titles.push('glue');
    await page.reload();
    island.answer(() => {
      titles.push('fold');
      return { status: 204 };
    });
    await page.locator('#cut [name=note]').pressSequentially('half a sentence');
    await page.evaluate(() => document.querySelector('#glue')!.setAttribute('data-old', ''));
    await page.locator('#cut [name=email]').pressSequentially('ada@');
    await press(page, 'add');
    await eventually(states).toHaveLength(3);
    expect(await page.inputValue('#cut [name=note]')).toBe('half a sentence');
    expect(await page.inputValue('#cut [name=email]')).toBe('ada@');
    expect(await page.locator('[data-old]').count()).toBe(0);
  });

  test('E17 an older page that comes after a newer one shows nothing old', async () => {
    const { island, page, titles, done, states } = await openJobs();
    island.answer(({ body }) => {
      if (body.includes('note=tick')) done.add('cut');
      else titles.push('fold');
      return { status: 204 };
    });
    const pages = await holdPages(island);
    await press(page, 'add');
    await eventually(() => pages.length).toBe(1);
    await type(page, 'cut', 'tick');
    await press(page, 'cut');
    await eventually(() => pages.length).toBe(2);
    await pages[1]?.();
    await eventually(states).toEqual(['done', 'to do']);
    await pages[0]?.();
    await eventually(() => page.locator('#add').getAttribute('aria-busy')).toBe(null);
    expect(await states()).toEqual(['done', 'to do']);
    expect(await said(island, '#add [role=status]')).toMatchObject({ hidden: false });
    expect(island.uncaught).toEqual([]);
  });
});

const refusal = JSON.stringify({
  type: 'AstroActionError',
  code: 'CONFLICT',
  status: 409,
  message: 'Somebody else has it',
});
