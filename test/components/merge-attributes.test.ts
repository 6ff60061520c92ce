import { describe, expect, test } from 'vitest';
import { mergeAttributes } from 'astro-action-forms/internal/controls';

describe('attributes of ours and of the page', () => {
  test.each([
    ['what is given wins', { type: 'text' }, { type: 'search' }, { type: 'search' }],
    ['what is not given changes nothing', { min: 1 }, { min: undefined }, { min: 1 }],
    ['false takes one of ours away', { required: true, min: 1 }, { required: false, min: null }, {}],
    ['false of an attribute that is not ours stays', {}, { spellcheck: false }, { spellcheck: false }],
    [
      'descriptions add up',
      { 'aria-describedby': 'a b' },
      { 'aria-describedby': 'c' },
      { 'aria-describedby': 'a b c' },
    ],
    ['class and class:list become one', {}, { class: 'a', 'class:list': ['b'] }, { 'class:list': ['a', ['b']] }],
    ['class alone stays', { class: 'ours' }, { class: 'theirs' }, { class: 'theirs' }],
    ["a slot is Astro's, and no attribute", { id: 'a' }, { slot: 'x', class: 'b' }, { id: 'a', class: 'b' }],
    ['a slot of ours is one', { slot: 'x' }, { slot: 'x' }, { slot: 'x' }],
    [
      "directives are Astro's",
      {},
      {
        'client:load': true,
        'client:component-path': '/a',
        'server:defer': true,
        'is:inline': true,
        'define:vars': {},
      },
      {},
    ],
    [
      'what only looks like a directive is kept',
      {},
      { 'x-on:click': 'a', 'xml:lang': 'de', ':class': 'b', '@click': 'c', slots: 'd', is: 'e-f' },
      { 'x-on:click': 'a', 'xml:lang': 'de', ':class': 'b', '@click': 'c', slots: 'd', is: 'e-f' },
    ],
    [
      'scopes of styles and of transitions are attributes',
      {},
      { 'data-astro-cid-abc': true, 'data-astro-transition-scope': 'a', 'data-astro-transition-persist': 'b' },
      { 'data-astro-cid-abc': true, 'data-astro-transition-scope': 'a', 'data-astro-transition-persist': 'b' },
    ],
    ['multiple is boolean', {}, { multiple: true }, { multiple: '' }],
  ])('%s', (_title, own, given, expected) => {
    expect(mergeAttributes(own, given)).toEqual(expected);
  });
});
