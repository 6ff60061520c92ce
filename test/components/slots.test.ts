import { expect, test } from 'vitest';
import AheadCases from './fixtures/AheadCases.astro';
import PeekCases from './fixtures/PeekCases.astro';
import { elements } from './support/html.js';
import { openPage, render } from './support/render.js';
import { z } from 'astro/zod';

test('a function among the children is seen, and rendering goes on as without a look', async () => {
  const { page } = openPage(z.object({}));
  const html = await render(PeekCases, page);
  const seen = elements(html, 'section').map(({ attributes, inner }) => {
    const { hasFunction, hasMarkup } = JSON.parse(attributes['data-children'] ?? '');
    return [hasFunction, hasMarkup, inner.replaceAll(/\s*<(?!\/?[bi]>)[^>]+>\s*/g, '').trim()];
  });
  expect(seen).toEqual([
    [false, false, ''],
    [false, true, 'markup'],
    [true, false, '<b>argument</b>'],
    [true, false, '<b>argument</b>'],
    [true, false, '<b>argument</b>'],
    [true, true, '<b>argument</b>'],
    [false, true, '<i>no argument</i>'],
    [false, true, 'awaited'],
  ]);
});

test('children are rendered ahead of their turn, and at once where nothing among them waits', async () => {
  const { page } = openPage(z.object({}));
  const html = await render(AheadCases, page);
  const rendered = elements(html, 'section').map(({ attributes, inner }) => [
    attributes['data-waits'],
    inner.replaceAll(/\s+/g, ''),
  ]);
  expect(rendered).toEqual([
    ['false', ''],
    ['false', '<i>markup</i>'],
    ['false', '&lt;b&gt;<i><u>html</u></i>'],
    ['true', '<i>before</i><u>component</u><i>behind</i>'],
    ['false', '<script>void0;</script>'],
  ]);
});
