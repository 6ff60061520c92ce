import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../../src/server.js';
import { configure, runtime } from '../../src/server/runtime.js';
import { submit } from '../../src/testing.js';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
const { options, load } = runtime();
const inMode = (dev: boolean) => configure({ ...options, dev }, load);
beforeEach(() => void warn.mockClear());
afterEach(() => inMode(false));

/** An action of which one box is true by default; warnings come once a name. */
const withBox = (name: string) =>
  defineAction({
    accept: 'form',
    input: z.object({ text: z.string(), [name]: z.boolean().default(true) }),
    handler: (input) => input,
  });

test('in dev, a plain box that is true by default and was not sent is a warning that says what to do, once', async () => {
  inMode(true);
  for (const _ of [1, 2]) await submit(withBox('news'), { form: { text: 'x' } });
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/"news".*<Field>.*<input type="hidden" name="news" value="false">/)],
  ]);
});

test('our own box is none', async () => {
  inMode(true);
  expect(await submit(withBox('mail'), { form: { text: 'x', mail: 'false' } })).toMatchObject({
    data: { mail: false },
  });
  expect(warn).not.toHaveBeenCalled();
});

test('in production nothing is said', async () => {
  await submit(withBox('post'), { form: { text: 'x' } });
  expect(warn).not.toHaveBeenCalled();
});
