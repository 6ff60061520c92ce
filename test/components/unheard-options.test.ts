import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'astro/zod';
import ActionForm from '../../components/ActionForm.astro';
import { asInDev, openPage, render } from './support/render.js';

beforeAll(asInDev);
afterEach(() => vi.restoreAllMocks());

/** What the log says while a form with these props is printed as often as that. */
async function warnings(id: string, props: Record<string, unknown>, times = 1): Promise<string[]> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (let time = 0; time < times; time++) {
    const { page, action } = openPage(z.object({ name: z.string() }));
    await render(ActionForm, page, { action, id, ...props });
  }
  return warn.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('<ActionForm>'));
}

describe('options of the island, in dev', () => {
  test.each([
    ['unsaved', { unsaved: 'ask' }],
    ['repeat', { repeat: 'queue' }],
    ['timeout', { timeout: 0 }],
    ['validate', { validate: 'blur' }],
    ['refresh', { refresh: '#list' }],
    ['reset', { reset: 'keep' }],
  ])('are told of once where the form has no island: %s', async (name, props) => {
    const said = await warnings(`bare-${name}`, props, 2);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`"bare-${name}" has \`${name}\` and no \`enhance\``);
  });

  test.each([
    ['with the island', { unsaved: 'ask', enhance: true }],
    ['where the page turns the island off', { unsaved: 'ask', enhance: false }],
    ['where they ask for nothing', { validate: false }],
    ['where there are none', {}],
  ])('are nothing to tell of %s', async (title, props) => {
    expect(await warnings(title, props)).toEqual([]);
  });
});
