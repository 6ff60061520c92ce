import { onBothKinds } from './pages.js';
import { expect, test } from './support.js';
import { openTerminal } from './terminal.js';
import { expectRefererOnly, recordPosts, useLynx } from './text-browsers.js';

/* N26: w3m and lynx on the showcase. What curl may send is asked in cases-posts.spec.ts. */

onBothKinds(({ at }) => {
  test('N26: w3m searches for the form, is shown an error at its field and submits again, and shows the result', async ({
    baseURL,
  }, { testId }) => {
    const { url, posts, stop } = await recordPosts(baseURL ?? '');
    const email = `w3m-${testId.slice(-8)}@example.org`;
    const w3m = openTerminal(`w3m -cookie '${url}${at('/newsletter')}'`);
    const enter = async (text: string) => {
      // The menu is above the form; a search passes over it.
      w3m.press('/Email\r\t\r');
      await w3m.shows('TEXT:');
      w3m.press(`${EMPTY}${text}\r`);
      await w3m.shows('Viewing <');
      w3m.press('\t\r');
    };
    await w3m.shows('Viewing <Newsletter');
    await enter('ada@');
    await w3m.shows('Viewing <Error: Newsletter');
    await enter(email);
    await w3m.shows('Viewing <Thank you');
    w3m.press('Q');
    // It writes over what is there, and so not the spaces.
    expect((await w3m.ended()).replaceAll(/\s/g, '')).toMatch(/on?thelist\./);
    expectRefererOnly(posts, 2, `${url}/newsletter`);
    stop();
  });

  // On a page with a query lynx says nothing of where it comes from, unless it is configured to (docs/engines.md).
  const isPlain = at('/').includes('?');
  test(`N26: lynx${isPlain ? ' that sends the address of a page with a query' : ''} goes to the content, submits, and shows the result`, async ({
    baseURL,
  }, { testId }) => {
    const { url, posts, stop } = await recordPosts(baseURL ?? '');
    const email = `lynx-${testId.slice(-8)}@example.org`;
    const keys = [...email, '<tab>', '^J'];
    const screen = await useLynx(`${url}${at('/newsletter')}#content`, keys, isPlain ? 'SEND' : 'DROP');
    expect(screen).toContain('HTTP/1.1 303 See Other');
    expect(screen).toContain('You are on the list.');
    expect(screen).toContain(`The next letter goes to ${email}`);
    expectRefererOnly(posts, 1, `${url}/newsletter`);
    stop();
  });
});

/** The key that empties a line in w3m. */
const EMPTY = '\u0015';
