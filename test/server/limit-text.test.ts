import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getQueryForm } from '../../src/server/form/query-form.js';
import type { Form } from '../../src/server/form/form-types.js';
import { limitText } from '../../src/server/limit-text.js';
import { configure, runtime } from '../../src/server/runtime.js';
import { SubmissionLimitError, type Limits } from '../../src/submission/limits.js';
import { testContext } from '../../src/testing/test-context.js';

const { options, load } = runtime();
afterEach(() => configure(options, load));

test.each<[keyof Limits, number, string, string]>([
  [
    'names',
    1000,
    'The form has too many fields. Send at most 1,000.',
    'Das Formular hat zu viele Felder. Möglich sind höchstens 1.000.',
  ],
  ['files', 100, 'Choose at most 100 files.', 'Bitte höchstens 100 Dateien wählen.'],
  [
    'index',
    1000,
    'A list has too many rows. There can be no more than 1,001.',
    'Eine Liste hat zu viele Zeilen. Möglich sind höchstens 1.001.',
  ],
])('people are told how much there may be: %s', (limit, allowed, english, german) => {
  const error = new SubmissionLimitError(limit, allowed);
  expect([limitText(error), limitText(error, 'de')]).toEqual([english, german]);
});

describe('in dev', () => {
  beforeEach(() => configure({ ...options, dev: true }, load));

  test('the developer is told which limit it is', () => {
    expect(limitText(new SubmissionLimitError('depth', 8), 'de')).toMatch(
      /noch einmal versuchen\. The form has a field name with more levels than are allowed \(limit "depth": 8\)\.$/,
    );
  });
});

test('a GET form says in the language of its page that its query is past a limit', () => {
  const url = `http://localhost/?${'a=1&'.repeat(1001)}`;
  const form = getQueryForm(testContext({ url, locale: 'de' }), z.object({ a: z.string() }), {}) as Form<unknown>; // why: typed by getForm
  expect(form.errors).toEqual(['Das Formular hat zu viele Felder. Möglich sind höchstens 1.000.']);
});
