import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, failingBuild, startApp, startDev } from '../support/app.js';

describe('a mistake of the developer, in dev', () => {
  let app: App;
  beforeAll(async () => {
    app = await startDev('test/fixtures/mistakes');
  });
  afterAll(() => app.stop());

  test('says at start what is replaced in astro:actions', () => {
    expect(app.output()).toMatch(/astro:actions gets its actions, defineAction, ActionError from astro-action-forms/);
  });

  test('without one, the page renders', async () => {
    const response = await app.fetch('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('name="_action_form"');
  });

  test('a post that is refused says which header was what, and which option lets it in', async () => {
    const response = await app.fetch('/_actions/note', {
      method: 'POST',
      // Scripts of other sites are turned away by Astro's dev server itself; siblings are not.
      headers: { 'sec-fetch-site': 'same-site', origin: 'https://app.example' },
    });
    expect(response.status).toBe(403);
    const said = expect.stringMatching(/Sec-Fetch-Site: "same-site".*trustedOrigins: \["https:\/\/app\.example"\]/);
    expect(await response.json()).toMatchObject({ code: 'FORBIDDEN', message: said });
    await expect.poll(() => app.output(), { timeout: 5000 }).toMatch(/trustedOrigins: \["https:\/\/app\.example"\]/);
  });

  test.each([
    ['data that cannot be sent', 'unsendable', /data\.user\.save is a function/, /Return plain data/],
    ['a redirect that goes astray', 'astray', /"\/\/evil\.example" is neither a path/, /safePath/],
  ])('%s is explained to the client too', async (_, action, message, hint) => {
    const response = await app.fetch(`/_actions/${action}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    expect(response.status).toBe(500);
    const { message: said } = (await response.json()) as { message: string };
    expect(said).toMatch(message);
    expect(said).toMatch(hint);
    await expect.poll(() => app.output(), { timeout: 5000 }).toMatch(message);
  });

  test('an exception of anybody else is not', async () => {
    const response = await app.fetch('/_actions/thrown', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    await expect.poll(() => app.output(), { timeout: 5000 }).toContain('hunter2');
  });

  test('without one, a form that is done once renders, and its page is private', async () => {
    const response = await app.fetch('/once-private');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(await response.text()).toContain('name="_action_key"');
  });

  test.each([
    ['two forms of one action without ids', '/twice', /Two forms of one action[^\n]*note/, /Give each an id/],
    ['a field that the schema lacks', '/unknown-field', /"tetx" is not in the action's input/, /Did you mean "text"\?/],
    ['an action that takes JSON (T3)', '/takes-json', /This action takes JSON/, /accept: "form"/],
    ['an action that does not exist', '/no-action', /"missing" is not in the `server` export/, /src\/actions/],
    ['a form on a prerendered page', '/prerendered', /A form on a prerendered page/, /export const prerender = false/],
    ['a function as the child of a form', '/function-child', /function/i, /./],
    ['a form inside a form', '/nested', /A form inside a form/, /Put it beside the other form/],
    ['a list in one control', '/list-in-field', /"tags" is a list/, /<FieldList of={form\.fields\.tags}>/],
    [
      'an object in one control',
      '/object-in-field',
      /"address" is made of fields/,
      /<Field of={form\.fields\.address\.street} \/>/,
    ],
    [
      'a form that is done once, dropped in',
      '/once-drop-in',
      /done once, on a page that is not private[^\n]*"order"/,
      /getForm\(Astro/,
    ],
    ['a field outside of a form', '/outside', /outside of a form/, /Put it inside <ActionForm>/],
  ])('%s is an error that says what to do', async (_, path, message, hint) => {
    const before = app.output().length;
    await (await app.fetch(path)).text();
    await expect.poll(() => app.output().slice(before), { timeout: 5000 }).toMatch(message);
    expect(app.output().slice(before)).toMatch(hint);
  });
});

describe('a mistake of the developer, in a build', () => {
  test('a form on a prerendered page fails the build and says what to do', async () => {
    const output = await failingBuild('test/fixtures/static-form');
    expect(output).toMatch(/A form on a prerendered page/);
    expect(output).toMatch(/export const prerender = false/);
  });

  test('no adapter fails the build and says what to do', async () => {
    const output = await failingBuild('test/fixtures/no-adapter');
    expect(output).toMatch(/Actions have nowhere to run/);
    expect(output).toMatch(/astro add node/);
  });
});

describe.each([
  ['in dev', startDev],
  ['in a build', startApp],
])('the integration is forgotten, %s', (_, start) => {
  let app: App;
  beforeAll(async () => {
    app = await start('test/fixtures/forgotten');
  });
  afterAll(() => app.stop());

  test.each([
    ['a page with a form', '/'],
    ['a page with a component of ours', '/components'],
    ['an endpoint that imports the server entry', '/server.json'],
  ])('%s is an error that names it', async (_title, path) => {
    const before = app.output().length;
    const response = await app.fetch(path);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('<form');
    await expect.poll(() => app.output().slice(before), { timeout: 5000 }).toMatch(/The integration is missing/);
    expect(app.output().slice(before)).toMatch(/integrations: \[actionForms\(\)\]/);
  });
});

describe('a secret that is too short', () => {
  const env = { ACTION_FORMS_SECRET: 'short' };

  test.each([
    ['the dev server', startDev, 'test/fixtures/mistakes'],
    ['a build', startApp, 'test/fixtures/based'],
  ] as const)('keeps %s from starting, and says so', async (_, start, root) => {
    await expect(start(root, { env })).rejects.toThrow(/ACTION_FORMS_SECRET holds a secret of 5 characters/);
  });
});
