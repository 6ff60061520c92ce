import { execFileSync } from 'node:child_process';
import { openTerminal } from './terminal.js';
import { expectRefererOnly, recordPosts, type RefererWithQuery, useLynx } from './text-browsers.js';
import { expect, test } from './support.js';

for (const query of ['', '?js=off']) {
  test(`N26: w3m fills and submits /thank${query}: an error first, then the page that reads the result`, async ({
    urlOf,
  }) => {
    const { url, posts, stop } = await recordPosts(urlOf('site'));
    const text = `w3m${Date.now()}`;
    const w3m = openTerminal(`w3m -cookie '${url}/thank${query}'`);
    await w3m.shows('Viewing <Thank>');
    w3m.press('\t\t\r');
    await w3m.shows('Write something');
    await w3m.shows('Viewing <Error: Thank>');
    // The first stop is the link of the summary.
    w3m.press('\t\t\r');
    await w3m.shows('TEXT:');
    w3m.press(`${text}\r`);
    await w3m.shows('Viewing <Error: Thank>');
    w3m.press('\t\r');
    await w3m.shows('Viewing <Arrived>');
    w3m.press('Q');
    await w3m.ended();
    expect(await runsOf(urlOf('site'), text)).toBe(1);
    expectRefererOnly(posts, 2, `${url}/thank`);
    stop();
  });
}

test('N26: lynx fills and submits a form and shows the page that reads the result', async ({ urlOf }) => {
  await submitWithLynx(urlOf('site'), '/thank', 'DROP');
});

test('N26: lynx that sends the address of a page with a query submits from there', async ({ urlOf }) => {
  await submitWithLynx(urlOf('site'), '/thank?js=off', 'SEND');
});

// Unless it is configured otherwise, lynx says nothing of where it comes from on a page with a query, and so the guard
// refuses it: there, and after an error, whose page has `_action` in its address.
test.fail('N26: lynx as it comes submits from a page with a query', async ({ urlOf }) => {
  await submitWithLynx(urlOf('site'), '/thank?js=off', 'DROP');
});

test('N26: curl with the Origin of the site posts; from elsewhere and without it is refused', ({ urlOf }) => {
  const url = `${urlOf('site')}/thank?_action=thank`;
  const post = (...headers: string[]) =>
    execFileSync('curl', ['-s', '-i', '-d', 'text=curl', ...headers.flatMap((header) => ['-H', header]), url], {
      encoding: 'utf8',
    });
  expect(post(`Origin: ${urlOf('site')}`)).toMatch(/^HTTP\/1.1 303 [\s\S]*\nlocation: \/arrived\?from=thank&_result=/i);
  expect(post(`Referer: ${urlOf('site')}/thank`)).toMatch(/^HTTP\/1.1 303 /);
  expect(post('Origin: https://elsewhere.example')).toMatch(/^HTTP\/1.1 403 /);
  expect(post('Referer: https://elsewhere.example/')).toMatch(/^HTTP\/1.1 403 /);
  expect(post()).toMatch(/^HTTP\/1.1 403 /);
});

async function submitWithLynx(site: string, path: string, withQuery: RefererWithQuery): Promise<void> {
  const { url, posts, stop } = await recordPosts(site);
  const text = `lynx${Date.now()}`;
  try {
    const screen = await useLynx(url + path, [...text, '<tab>', '^J'], withQuery);
    expect(screen).toContain('HTTP/1.1 303 See Other');
    expect(screen).toContain('Arrived');
    expect(await runsOf(site, text)).toBe(1);
    expectRefererOnly(posts, 1, `${url}/thank`);
  } finally {
    stop();
  }
}

/** How often the handler was given a text. */
async function runsOf(url: string, text: string): Promise<unknown> {
  const runs = await (await fetch(`${url}/runs.json`)).json();
  return runs[`thank ${text}`];
}
