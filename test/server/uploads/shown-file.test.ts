import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Form } from '../../../src/server/form/form-types.js';
import { getQueryForm } from '../../../src/server/form/query-form.js';
import { configure } from '../../../src/server/runtime.js';
import { testContext } from '../../../src/testing/test-context.js';
import { options } from '../once/support.js';

beforeAll(() => configure(options, async () => ({})));

test.each(['kept [', 'kept ["token","id","a name made up",1]'])('%j in an address is no kept file', (text) => {
  const schema = z.object({ name: z.string(), cv: z.file().optional(), papers: z.array(z.file()) });
  const query = new URLSearchParams({ name: text, cv: text, papers: text });
  // why: a form whose type is not known takes any field
  const form = getQueryForm(testContext({ url: `http://localhost/?${query}` }), schema, {}) as Form<
    z.infer<typeof schema>,
    unknown
  >;
  const { name, cv, papers } = form.fields;
  expect([form.field(name), form.field(cv), form.field(papers)].map(({ kept }) => kept)).toEqual([[], [], []]);
  expect(form.field(name).value).toBe(text);
});
