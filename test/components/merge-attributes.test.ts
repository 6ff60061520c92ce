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
    ['multiple is boolean', {}, { multiple: true }, { multiple: '' }],
  ])('%s', (_title, own, given, expected) => {
    expect(mergeAttributes(own, given)).toEqual(expected);
  });
});
