import type { Page } from '@playwright/test';
import { forms, type Step } from './parity/forms.js';
import { type ModePage, ModeServers } from './parity/modes.js';
import { type Outcome, readOutcome } from './parity/outcome.js';
import { isSubmission } from './pages.js';
import { showcaseForms } from './showcase-forms.js';
import { expect, test as base } from './support.js';

const test = base.extend<{}, { servers: ModeServers }>({
  servers: [
    async ({}, use) => {
      const servers = new ModeServers();
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Pages show the code that they are made of, and all its texts in it. */
const outsideOfCode = ':not(pre, pre *)';

// Three browsers and three servers share a machine.
test.describe.configure({ timeout: 90_000 });

/**
 * JavaScript off, on and blocked, form by form: the server receives the same entries in the same order, and the page
 * shows the same in the end. What differs on purpose is in docs/island.md, and told where it is left out.
 */
for (const { title, example, path, region = 'main', steps } of forms) {
  test(`${title}: JavaScript off, on and blocked send and show the same`, async ({ browser, servers }) => {
    const pages = await servers.open(browser, example, path);
    for (const step of steps) {
      await test.step(step.title, async () => {
        const [off, on, blocked] = await Promise.all(pages.map((each) => take(each, step, step.region ?? region)));
        expect(on?.received, 'what the server received, JavaScript on').toEqual(off?.received);
        expect(blocked?.received, 'what the server received, JavaScript blocked').toEqual(off?.received);
        const expected = await off?.outcome();
        // What a person has mended is checked by the server first, which takes its time.
        await expect.poll(() => on?.outcome(), 'what the page shows, JavaScript on').toEqual(expected);
        expect(await blocked?.outcome(), 'what the page shows, JavaScript blocked').toEqual(expected);
      });
    }
    await Promise.all(pages.map((each) => each.close()));
  });
}

test('every page of the showcase that has a form is compared', () => {
  const compared = forms
    .filter(({ example }) => example === 'showcase')
    .flatMap(({ path, also = [] }) => [path, ...also]);
  const pathOf = (path: string) => path.split('?')[0];
  const missing = showcaseForms.map(({ path }) => pathOf(path)).filter((path) => !compared.map(pathOf).includes(path));
  expect(missing).toEqual([]);
});

async function take({ mode, page, received }: ModePage, step: Step, region: string) {
  const staysHere = mode === 'on' && step.kind !== 'moved';
  const isSent = !(mode === 'on' && step.kind === 'edited');
  await Promise.all([
    isSent && page.waitForResponse((answer) => isSubmission(answer.request())),
    !staysHere && page.waitForEvent('load'),
    staysHere && isSent && ended(page),
    step.act(page),
  ]);
  await expect(page.locator('form[aria-busy]')).toHaveCount(0);
  if (step.shows)
    await expect(
      page.getByText(step.shows).and(page.locator(outsideOfCode)).filter({ visible: true }).first(),
    ).toBeVisible();
  const outcome = async (): Promise<Partial<Outcome>> => {
    const { focus, ...others } = await readOutcome(page, region);
    // After a success a page that came anew reads on at its message; one that stayed leaves the focus where it is,
    // or where that was.
    if (step.kind !== 'done') return { focus, ...others };
    expect(focus, mode).toMatch(mode === 'on' ? /^(button|input|section)/ : /^(p|none)/);
    return others;
  };
  const posts = await received();
  expect(posts.length, `posts, JavaScript ${mode}`).toBe(isSent ? 1 : 0);
  // The island edits rows in the page: then nothing is sent that could be compared.
  return { received: step.kind === 'edited' ? [] : posts, outcome };
}

/** Until the island has done all that follows an answer, fetching rows anew among it, or its form is gone with that. */
function ended(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('actionform:end', () => resolve(), { once: true });
        addEventListener('actionform:submit', ({ target }) => {
          // why: the event is a form's
          const gone = setInterval(() => !(target as Element).isConnected && (clearInterval(gone), resolve()), 50);
        });
      }),
  );
}
