import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputError, startStudio, toDocument, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

describe('E24 pages that are swapped', () => {
  test('E24 an island that is moved about is enhanced once', async () => {
    const island = await studio.island();
    await island.open(`<main></main>${orderForm()}`);
    await island.page.evaluate(() => {
      const element = document.querySelector('action-form')!;
      for (let turn = 0; turn < 3; turn += 1) {
        document.querySelector('main')?.append(element);
        element.remove();
        document.body.append(element);
      }
    });
    await submitted(island);
    expect(island.calls).toHaveLength(1);
    expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
  });

  test('E24 a submission under way survives that its island is moved, as ClientRouter moves what persists', async () => {
    const island = await studio.island();
    island.answer({ ...inputError({ path: ['email'], message: 'No' }), delay: 200 });
    await island.open(`<main></main>${orderForm()}`);
    await submitted(island, async () => {
      await island.page.click('button');
      await island.page.evaluate(() => document.querySelector('main')?.append(document.querySelector('action-form')!));
    });
    expect(await said(island, '#order-email-error')).toMatchObject({ text: 'No' });
  });

  test('E24 an island that comes later is enhanced, also where its form comes after it', async () => {
    const island = await studio.island();
    await island.open('<main></main>');
    await island.page.evaluate(
      (markup) => {
        const element = document.createElement('action-form');
        document.querySelector('main')?.append(element);
        element.innerHTML = markup;
      },
      orderForm({ island: false }),
    );
    await submitted(island);
    expect(island.calls).toHaveLength(1);
  });

  test('E24 an island that is gone holds no listener of the page', async () => {
    const island = await studio.island();
    const { page } = island;
    await page.addInitScript(() => {
      const counts = new Map<string, number>();
      Object.assign(window, { counts });
      const { addEventListener } = window;
      const counting = (...args: Parameters<typeof addEventListener>) => {
        counts.set(args[0], (counts.get(args[0]) ?? 0) + 1);
        addEventListener.apply(window, args);
      };
      Object.assign(window, { addEventListener: counting });
    });
    await island.open(`<main></main>`);
    const counts = await page.evaluate((markup) => {
      const { counts: seen } = window as unknown as { counts: Map<string, number> }; // why: set above
      seen.clear();
      for (let turn = 0; turn < 5; turn += 1) document.querySelector('main')!.innerHTML = markup;
      return [...seen];
    }, orderForm());
    expect(counts).toEqual([]);
  });

  test('E24 enhanceForm: one form, until it is stopped', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm({ island: false }));
    await page.evaluate(() => {
      // why: put there by the page of the tests
      const { client } = window as unknown as { client: typeof import('../../src/client.js') };
      Object.assign(window, { stop: client.enhanceForm(document.forms[0]!) });
    });
    await submitted(island);
    await page.evaluate(() => (window as unknown as { stop(): void }).stop()); // why: set above
    await page.click('button');
    await eventually(() => island.visits.length).toBe(1);
    expect(island.calls).toHaveLength(1);
  });

  test('E24 enhanced twice is sent once', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await island.page.evaluate(() => {
      // why: put there by the page of the tests
      const { client } = window as unknown as { client: typeof import('../../src/client.js') };
      client.enhanceForm(document.forms[0]!);
      client.enhanceForm(document.forms[0]!);
    });
    await submitted(island);
    expect(island.calls).toHaveLength(1);
  });
});

describe('E25 strict CSP', () => {
  test.each([
    [
      'without unsafe-inline',
      "default-src 'none'; script-src 'self' 'unsafe-hashes' 'sha256-HASH'; connect-src 'self'; form-action 'self'",
    ],
    ['with Trusted Types', "require-trusted-types-for 'script'; trusted-types 'none'"],
  ])('E25 %s: errors, success and pending work', async (_, policy) => {
    const island = await studio.island();
    const { page } = island;
    const hash = await inlineHash();
    const head = `<meta http-equiv="Content-Security-Policy" content="${policy.replace('HASH', hash)}">`;
    await island.open(orderForm(), { head });
    island.answer({ ...inputError({ path: ['email'], message: 'No' }), delay: 400 });
    await submitted(island);
    expect(await said(island, '#order-email-error')).toMatchObject({ text: 'No' });
    island.answer({ status: 204, headers: { 'X-Action-Message': 'Thanks' } });
    await submitted(island);
    expect(await said(island, '[role=status]')).toMatchObject({ text: 'Thanks' });
    expect(await page.textContent('button')).toBe('Place order');
    expect(island.uncaught).toEqual([]);
  });
});

describe('E26 parts of the platform', () => {
  test('E26 in a shadow root', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(`<main></main><p id="order-email-error" data-action-errors="email"></p>`);
    await page.evaluate((markup) => {
      const root = document.querySelector('main')!.attachShadow({ mode: 'open' });
      root.innerHTML = markup;
      root.addEventListener('actionform:end', () => Object.assign(window, { ended: true }));
    }, orderForm());
    island.answer(inputError({ path: ['email'], message: 'No' }));
    await page.click('button');
    await page.waitForFunction(() => 'ended' in window);
    const inside = await page.evaluate(() => {
      const root = document.querySelector('main')!.shadowRoot!;
      return [
        root.querySelector('#order-email-error')?.textContent,
        root.querySelector('#order-email')?.ariaInvalid,
        root.activeElement?.hasAttribute('data-action-summary'),
      ];
    });
    expect(inside).toEqual(['No', 'true', true]);
    expect(await said(island, 'body > p')).toMatchObject({ text: '' });
  });

  test('E26 form-associated custom elements are sent, and marked where they name their field', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(
      orderForm({ fields: '<x-stars name="stars" data-action-control="stars" id="stars" tabindex="0"></x-stars>' }),
    );
    await page.evaluate(() => {
      class Stars extends HTMLElement {
        static formAssociated = true;
        constructor() {
          super();
          this.attachInternals().setFormValue('4');
        }
      }
      customElements.define('x-stars', Stars);
    });
    island.answer(inputError({ path: ['stars'], message: 'Five!' }));
    await submitted(island);
    expect(new URLSearchParams(island.calls[0]?.body).get('stars')).toBe('4');
    expect(await page.locator('#stars').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('[data-action-summary] a').getAttribute('href')).toBe('#stars');
  });

  test('E26 a button outside of the form', async () => {
    const island = await studio.island();
    await island.open(
      `${orderForm({ button: '' })}<button form="order" name="do" value="x" data-action-pending="…">Go</button>`,
    );
    await submitted(island);
    expect(new URLSearchParams(island.calls[0]?.body).get('do')).toBe('x');
  });
});

/** Hash of the script that every page of the tests has. */
async function inlineHash(): Promise<string> {
  const script = /<script>([\s\S]*?)<\/script>/.exec(toDocument(''))?.[1] ?? '';
  return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))).toString('base64');
}
