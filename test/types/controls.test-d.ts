import { z } from 'zod';
import { describe, test } from 'vitest';
import { defineAction, getForm, type PageContext } from '../../src/server.js';
import type { ControlProps, FieldProps } from '../../src/server/controls/props.js';

const mix = defineAction({
  accept: 'form',
  input: z.object({ color: z.string(), sizes: z.array(z.enum(['s', 'm'])), at: z.object({ month: z.string() }) }),
  handler: () => {},
});
declare const page: PageContext;
const { fields } = getForm(page, mix);

/** What `<Field>` and `<Control>` take, HTML's attributes apart. */
type Props = FieldProps & Pick<ControlProps, 'as' | 'type' | 'options' | 'suggestions' | 'reveal' | 'count' | 'output'>;
declare function props(given: Props): void;

describe('the props of a control', () => {
  test('of: a field of the form, and nothing else', () => {
    props({ of: fields.color });
    props({ of: fields.at.month });
    // @ts-expect-error no such field
    props({ of: fields.colour });
    // @ts-expect-error a name is given as `name`
    props({ of: 'color' });
  });

  test('options: values, labels by value, choices in full, and headings', () => {
    props({ options: ['s', 2] });
    props({ options: { s: 'Small' } });
    props({ options: ['s', { label: 'Large', options: { l: 'L' } }, { value: 3, disabled: true }] });
    // @ts-expect-error a choice has a value
    props({ options: [{ label: 'Small' }] });
    // @ts-expect-error headings have choices, and no headings
    props({ options: [{ label: 'a', options: [{ label: 'b', options: ['c'] }] }] });
  });

  test('suggestions: as options, without headings', () => {
    props({ suggestions: ['a', { value: 'b', label: 'B' }] });
    props({ suggestions: { a: 'A' } });
    // @ts-expect-error a datalist has no headings
    props({ suggestions: [{ label: 'a', options: ['b'] }] });
  });

  test('what stands beside a control', () => {
    props({ reveal: true, count: true, output: '{value} km' });
    props({ output: false });
    // @ts-expect-error the limit is the schema's, or `maxlength`
    props({ count: 500 });
    // @ts-expect-error the words are of the message catalogue
    props({ reveal: 'Show' });
  });

  test("constraints: what meta says has HTML's name", () => {
    const { constraints } = getForm(page, mix).field(fields.color);
    constraints.enterkeyhint satisfies string | undefined;
    // @ts-expect-error the property of the element is called so, the attribute is not
    void constraints.enterKeyHint;
  });

  test('as: a shape that there is', () => {
    props({ as: 'checkboxes' });
    // @ts-expect-error no such shape
    props({ as: 'slider' });
  });
});
