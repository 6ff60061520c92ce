import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';

let app: App;
beforeAll(async () => {
  app = await startApp('test/fixtures/uploads');
});
afterAll(() => app.stop());

/** Posts a form that lacks a name, with a file of so many bytes. */
async function postFile(path: string, size: number) {
  const visitor = new Visitor(app);
  const cv = new File(['%'.repeat(size)], 'cv.pdf', { type: 'application/pdf' });
  const values = [['name', ''] as const, ['cv', cv] as const];
  return visitor.post(await visitor.get(path), values, { multipart: true, form: 'apply' });
}

/** Posts texts and no file, of so many bytes. */
async function postText(path: string, size: number, type: 'multipart' | 'urlencoded') {
  const visitor = new Visitor(app);
  return visitor.post(await visitor.get(path), [['name', 'x'.repeat(size)]], { multipart: type === 'multipart' });
}

describe('the page of a form that failed', () => {
  test.each([
    ['short', 400, 'all of it', () => postFile('/apply?elsewhere', 1000)],
    ['long', 400, 'none', () => postFile('/apply?elsewhere', 1_200_000)],
    ['past its limit', 413, 'none', () => postFile('/apply?elsewhere', 6_100_000)],
    ['too much text', 413, 'none', () => postText('/apply?elsewhere', 1_200_000, 'urlencoded')],
    ['too much text in parts', 413, 'none', () => postText('/apply?elsewhere', 1_200_000, 'multipart')],
  ] as const)('rewrites to another one, which has its status: a body that is %s', async (_, status, body, post) => {
    const page = await post();
    expect([page.status, page.text('request'), page.text('body')]).toEqual([status, 'POST /sorry', body]);
  });

  test.each([
    ['can be read again if it is short', 1000, 'yes'],
    ['is none if it is long', 1_200_000, 'TypeError: '],
  ])('has a body that %s', async (_, size, read) => {
    const page = await postFile('/apply', size);
    expect(page.status).toBe(400);
    expect(page.text('read')).toContain(read);
  });
});
