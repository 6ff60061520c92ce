import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { startDev } from '../support/app.js';
import { cacheRoot } from '../support/app-cache.js';
import { Visitor } from '../support/visitor.js';

describe('the dev server without ACTION_FORMS_SECRET', () => {
  const copy = join(cacheRoot, `dev-secret-${process.pid}`);
  beforeAll(() => {
    cpSync(resolve(root, 'test/fixtures/mistakes'), copy, { recursive: true });
    // With a package of its own it has a cache of its own.
    writeFileSync(join(copy, 'package.json'), '{ "private": true, "type": "module" }');
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test(
    'takes a form that was open before it was started again, and warns of nothing',
    { timeout: 120_000 },
    async () => {
      const first = await startDev(copy);
      const page = await new Visitor(first).get('/');
      await first.stop();
      expect(page.html).toContain('name="_action_form"');

      const second = await startDev(copy);
      try {
        const visitor = new Visitor(second);
        expect((await visitor.post(page, [['text', 'kept']])).status).toBe(303);
        const forged = await visitor.post(page, [['text', 'kept']], { record: 'forged' });
        expect(forged.status).toBe(400);
        expect(first.output() + second.output()).not.toContain('ACTION_FORMS_SECRET');
      } finally {
        await second.stop();
      }
    },
  );
});
