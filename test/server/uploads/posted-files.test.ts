import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../../src/schema/node.js';
import { configure } from '../../../src/server/runtime.js';
import { sealToken } from '../../../src/server/uploads/kept-token.js';
import { notePoster, withFiles } from '../../../src/server/uploads/posted-files.js';
import type { UploadStore } from '../../../src/server/uploads/upload-store.js';
import { testContext } from '../../../src/testing/test-context.js';
import { options } from '../once/support.js';

const get = vi.fn<UploadStore['get']>();
beforeEach(() => {
  const store = { get, put: async () => false, remove: async () => undefined, names: async () => [] };
  configure(options, async () => ({}), undefined, undefined, store);
});
afterEach(() => void vi.resetAllMocks());

const root = readSchema(z.object({ papers: z.array(z.file()) }));
const context = testContext({});

/** A form with the tokens of these stored files. */
function formOf(...all: string[]): FormData {
  const field = { name: 'papers', path: ['papers'], isMultiple: true };
  const form = new FormData();
  for (const stored of all) {
    const file = { stored, name: stored, type: '' };
    form.append('papers', sealToken(context, file, { place: { action: 'apply', field }, ttl: 60 }));
  }
  notePoster(form, { context, action: 'apply' });
  return form;
}

test('a file is read once, however often its token was sent', async () => {
  get.mockImplementation(async () => new Blob(['x']));
  const { form, kept } = await withFiles(formOf('a', 'b', 'a', 'a'), root);
  expect(form.getAll('papers').map((file) => file instanceof File && file.name)).toEqual(['a', 'b', 'a', 'a']);
  expect(kept.size).toBe(4);
  expect(get.mock.calls.map(([name]) => name)).toEqual(['a', 'b']);
});

test('a store that fails is asked once, and the person is told', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  get.mockRejectedValue(new Error('down'));
  const { form, lost } = await withFiles(formOf('a', 'b', 'a'), root);
  expect(form.has('papers')).toBe(false);
  expect(lost).toEqual([expect.objectContaining({ path: ['papers'] })]);
  expect(get).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledOnce();
});
