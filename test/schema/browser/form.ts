import { defaultMessages } from '../../../src/shared/messages.js';
import type { Page } from 'playwright';
import { z } from 'zod';
import { readSchema, type SchemaNode } from '../../../src/schema/node.js';
import { toControlElement } from '../../../src/server/controls/control-element.js';
import type { ControlElement, ControlRequest, SelectOption } from '../../../src/server/controls/control-types.js';
import type { Attributes } from '../../../src/server/controls/merge-attributes.js';
import { buildField } from '../../../src/server/form/build-field.js';
import { planField } from '../../../src/server/form/plan-field.js';
import { parseSubmission } from '../../../src/submission/parse.js';
import { toFormData } from '../../submission/support.js';

/** What a person does with a control. */
export type Fill =
  | { readonly how: 'set'; readonly value: string }
  | { readonly how: 'type'; readonly text: string }
  | { readonly how: 'check'; readonly checked: boolean }
  | { readonly how: 'choose'; readonly values: readonly string[] }
  | { readonly how: 'attach'; readonly files: readonly FileLike[] };

interface FileLike {
  readonly name: string;
  readonly type: string;
}

/** One field, as it is printed, and what is entered. */
export interface Trial {
  /** The schema in words, for the message of a failure. */
  readonly title: string;
  readonly schema: z.ZodType;
  readonly fill: Fill;
  readonly as?: ControlRequest['as'];
  /** What the control shows at first, as after a refused post. */
  readonly shown?: string;
  readonly timeZone?: string;
}

/** What a browser says about a form, and what it would send. */
export interface Verdict {
  /** The flags of `validity` that are set; `cut` where the control did not take all that was typed. */
  readonly refusals: readonly string[];
  readonly sent: readonly (readonly [string, string | FileLike])[];
  /** Whether the browser's own `URL` reads the last of it. */
  readonly isUrl: boolean;
}

/** The HTML of a trial's control, as `<Field>` prints it. */
export function toHtml({ schema, as, shown, timeZone }: Trial): string {
  const node: SchemaNode | undefined = rootOf(schema).fields.get('v');
  const field = buildField({
    formId: 'f',
    plan: planField({ name: 'v', node, timeZone, locale: 'en' }),
    values: shown === undefined ? [] : [shown],
    errors: [],
    hint: false,
    messages: defaultMessages,
    locale: 'en',
  });
  return print(toControlElement(field, { as, hint: false, method: 'post', given: {} }));
}

/** Whether Zod takes what was sent. */
export async function isTaken({ schema, timeZone }: Trial, sent: Verdict['sent']): Promise<boolean> {
  const pairs = sent.map(([name, value]): [string, string | File] => [
    name,
    typeof value === 'string' ? value : new File(value.name === '' ? [] : ['x'], value.name, { type: value.type }),
  ]);
  const submission = await parseSubmission(z.object({ v: schema }), toFormData(pairs), timeZone ? { timeZone } : {});
  return submission.valid;
}

/** Fills in every form at once. The page is left as it was. */
export function judge(page: Page, trials: readonly Trial[]): Promise<Verdict[]> {
  const forms = trials.map((trial) => ({ html: toHtml(trial), fill: trial.fill }));
  return page.evaluate((all) => {
    const flags = [
      'badInput',
      'patternMismatch',
      'rangeOverflow',
      'rangeUnderflow',
      'stepMismatch',
      'tooLong',
    ] as const;
    const more = ['tooShort', 'typeMismatch', 'valueMissing'] as const;
    const form = document.createElement('form');
    document.body.append(form);
    const verdicts = all.map(({ html, fill }) => {
      form.innerHTML = html;
      // why: a form lists controls
      const controls = ([...form.elements] as (HTMLInputElement | HTMLSelectElement)[]).filter(
        ({ type }) => type !== 'hidden' && type !== 'fieldset',
      );
      for (const control of controls) {
        if (fill.how === 'set') control.value = fill.value;
        else if (control instanceof HTMLSelectElement) {
          const chosen = fill.how === 'choose' ? fill.values : [];
          for (const option of control.options) option.selected = chosen.includes(option.value);
        } else if (fill.how === 'check') control.checked = fill.checked;
        else if (fill.how === 'choose') control.checked = fill.values.includes(control.value);
        else if (fill.how === 'attach') {
          const transfer = new DataTransfer();
          for (const { name, type } of fill.files) transfer.items.add(new File(['x'], name, { type }));
          control.files = transfer.files;
        }
      }
      const refusals = controls.flatMap(({ validity }) => [...flags, ...more].filter((flag) => validity[flag]));
      const sent = [...new FormData(form)].map(([name, value]): [string, string | { name: string; type: string }] => [
        name,
        typeof value === 'string' ? value : { name: value.name, type: value.type },
      ]);
      return { refusals, sent, isUrl: URL.canParse(String(sent.at(-1)?.[1])) };
    });
    form.remove();
    return verdicts;
  }, forms);
}

/** Fills in one form. */
export async function judgeOne(page: Page, trial: Trial): Promise<Verdict> {
  if (trial.fill.how === 'type') return judgeTyped(page, trial, trial.fill.text);
  const [verdict] = await judge(page, [trial]);
  return verdict!;
}

/** Types a text into one control, as a person or a paste does: only then do lengths count. */
async function judgeTyped(page: Page, trial: Trial, text: string): Promise<Verdict> {
  const place = page.locator('#typed');
  await place.evaluate((form, html) => {
    form.innerHTML = html;
    form.querySelector<HTMLInputElement>('[name=v]:not([type=hidden])')?.focus();
  }, toHtml(trial));
  await page.keyboard.insertText(text);
  return place.evaluate((form, typed) => {
    // why: the form has one control, which holds text
    const control = form.querySelector<HTMLInputElement>('[name=v]:not([type=hidden])')!;
    const refusals: string[] = (['tooLong', 'tooShort', 'valueMissing', 'patternMismatch'] as const).filter(
      (flag) => control.validity[flag],
    );
    if (control.value !== typed.replaceAll('\r\n', '\n')) refusals.push('cut');
    return { refusals, sent: [['v', typed] as const], isUrl: URL.canParse(typed) };
  }, text);
}

function rootOf(schema: z.ZodType) {
  const root = readSchema(z.object({ v: schema }));
  if (root.kind !== 'object') throw new Error('An object schema has an object node');
  return root;
}

function print(element: ControlElement): string {
  const hidden =
    'hidden' in element && element.hidden ? `<input type="hidden"${attributes({ ...element.hidden })}>` : '';
  switch (element.tag) {
    case 'input':
      return `${hidden}<input${attributes(element.attributes)}>`;
    case 'textarea':
      return `<textarea${attributes(element.attributes)}>\n${escape(element.text)}</textarea>`;
    case 'select': {
      // why: no schema gives its members headings
      const options = (element.options as readonly SelectOption[]).map(
        ({ label, ...option }) => `<option${attributes({ ...option })}>${escape(label)}</option>`,
      );
      return `${hidden}<select${attributes(element.attributes)}>${options.join('')}</select>`;
    }
    case 'group':
      return hidden + element.options.map((option) => `<input${attributes(option.attributes)}>`).join('');
  }
}

function attributes(all: Attributes): string {
  return Object.entries(all)
    .map(([name, value]) => {
      if (value === undefined || value === null || value === false) return '';
      return value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
    })
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
