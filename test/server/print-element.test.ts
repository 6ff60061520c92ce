import { addAttribute } from 'astro/runtime/server/index.js';
import { describe, expect, test } from 'vitest';
import { printControl } from '../../src/server/controls/print-control.js';
import { printElement } from '../../src/server/controls/print-element.js';

const names = ['id', 'value', 'class', 'class:list', 'style', 'required', 'hidden', 'data-action-control', 'data-x'];
const flags = ['checked', 'selected', 'autofocus', 'disabled', 'max'];
const odd = ['aria-label', 'title', 'popover', 'className', 'a b', 'x">', 'onclick'];
const values: readonly [string, unknown][] = [
  ['text', 'a'],
  ['an empty text', ''],
  ['markup', '<b title="x">&amp;\'</b>'],
  ['true', true],
  ['false', false],
  ['zero', 0],
  ['a number', 1.5],
  ['no number', Number.NaN],
  ['null', null],
  ['undefined', undefined],
  ['a list', ['a', { b: true, c: false }]],
  ['an object', { color: 'red' }],
  ['a URL', new URL('https://example.org/?a=1&b="')],
];

describe('an attribute is printed as Astro prints it', () => {
  test.each(values)('%s', (_, value) => {
    for (const name of [...names, ...flags, ...odd]) {
      expect(printElement('i', { [name]: value })).toBe(`<i${addAttribute(value, name)}>`);
    }
  });
});

test('an attribute cannot be left from inside of its value or name', () => {
  expect(printElement('input', { value: '"><script>', 'a onfocus="x"': '1', 'aria-label': '&quot;' })).toBe(
    '<input value="&quot;><script>" aria-label="&amp;quot;">',
  );
});

describe('what is typed or labelled is text', () => {
  const markup = '</textarea></option><script>';
  const escaped = '&lt;/textarea&gt;&lt;/option&gt;&lt;script&gt;';

  test.each([
    ['a textarea', { tag: 'textarea', attributes: {}, text: markup }, `<textarea>${escaped}</textarea>`],
    [
      'an option',
      { tag: 'select', attributes: {}, options: [{ value: '"', label: markup, selected: true }] },
      `<select><option value="&quot;" selected>${escaped}</option></select>`,
    ],
    [
      'a choice of a group',
      { tag: 'group', box: {}, options: [{ label: markup, attributes: { id: 'a' } }] },
      `<div data-action-option><input id="a"><label for="a">${escaped}</label></div>`,
    ],
  ] as const)('%s', (_, element, html) => {
    expect(printControl(element)).toBe(html);
  });

  test('a line break at the start of a textarea is there after parsing', () => {
    expect(printControl({ tag: 'textarea', attributes: {}, text: '\na' })).toBe('<textarea>\n\na</textarea>');
  });
});
