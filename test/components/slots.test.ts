import { expect, test } from 'vitest';
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
