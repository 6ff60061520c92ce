import type { ActionClient } from 'astro/actions/runtime/entrypoints/client.js';
import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  enhanceForm,
  fieldErrors,
  onActionResult,
  onActionSubmit,
  type ActionInput,
  type ActionOutput,
} from '../../src/client.js';

const orderInput = z.object({
  email: z.email(),
  items: z.array(z.object({ sku: z.string(), qty: z.number().transform(String) })),
});
declare const order: ActionClient<Promise<{ id: number }>, 'form', typeof orderInput>;
declare const ping: ActionClient<Date, undefined, undefined>;

describe('what an action gives and takes', () => {
  test('is read from the action', () => {
    expectTypeOf<ActionOutput<typeof order>>().toEqualTypeOf<{ id: number }>();
    expectTypeOf<ActionOutput<typeof ping>>().toEqualTypeOf<Date>();
    expectTypeOf<ActionInput<typeof order>>().toEqualTypeOf<z.input<typeof orderInput>>();
    expectTypeOf<ActionInput<typeof ping>>().toEqualTypeOf<unknown>();
  });
});

describe('enhanceForm', () => {
  test('takes a time-out, and when fields are checked', () => {
    expectTypeOf(enhanceForm(document.createElement('form'), { timeout: 10_000, validate: 'blur' })).toEqualTypeOf<
      () => void
    >();
    enhanceForm(document.createElement('form'), { validate: false });
    // @ts-expect-error there is no such moment
    enhanceForm(document.createElement('form'), { validate: 'change' });
  });
});

describe('onActionResult', () => {
  test('data or error, by the action', () => {
    onActionResult(document, order, ({ data, error, action, form }) => {
      expectTypeOf(action).toEqualTypeOf<string>();
      expectTypeOf(form).toEqualTypeOf<HTMLFormElement>();
      if (error) {
        expectTypeOf(data).toEqualTypeOf<undefined>();
        expectTypeOf(fieldErrors(error)['items[0].sku']).toEqualTypeOf<readonly string[] | undefined>();
        // @ts-expect-error the schema has no such field
        void fieldErrors(error).emial;
      } else {
        expectTypeOf(data).toEqualTypeOf<{ id: number }>();
        // @ts-expect-error the handler gives no name
        void data.name;
      }
    });
    onActionResult('#ping', ping, ({ data }) => {
      expectTypeOf(data).toEqualTypeOf<Date | undefined>();
    });
    expectTypeOf(onActionResult(document, order, () => {})).toEqualTypeOf<() => void>();
  });

  test('takes an action and nothing else', () => {
    expectTypeOf(onActionResult).parameter(0).toEqualTypeOf<EventTarget | string>();
    // @ts-expect-error a name is no action
    onActionResult(document, 'order', () => {});
    // @ts-expect-error not a target
    onActionResult(5, order, () => {});
  });
});

describe('onActionSubmit', () => {
  test('with an action or without; the handler may give a rollback', () => {
    onActionSubmit('#order', ({ formData, submitter }) => {
      expectTypeOf(formData).toEqualTypeOf<FormData>();
      expectTypeOf(submitter).toEqualTypeOf<HTMLButtonElement | HTMLInputElement | null>();
    });
    onActionSubmit(document, order, () => () => {});
    // @ts-expect-error a rollback is a function
    onActionSubmit(document, order, () => 5);
    // @ts-expect-error a handler is needed
    onActionSubmit(document, order);
  });
});

test('events are typed on forms and on the document', () => {
  document.addEventListener('actionform:success', ({ detail }) => {
    expectTypeOf(detail.message).toEqualTypeOf<string | undefined>();
    // @ts-expect-error success has no error
    void detail.error;
  });
  document.createElement('form').addEventListener('actionform:error', ({ detail }) => {
    expectTypeOf(detail.error.status).toEqualTypeOf<number>();
  });
});
