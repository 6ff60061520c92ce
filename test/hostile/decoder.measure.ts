import { describe, expect, test } from 'vitest';
import { parseSubmission } from '../../src/submission/parse.js';
import { costly } from '../submission/costly.js';
import { toFormData } from '../submission/support.js';

describe('the decoder alone, on the forms that cost most', () => {
  test.each(costly)('%s: less than 100 ms', (_, schema, pairs) => {
    const form = toFormData(pairs);
    // the best of a few, so that only what the form costs is measured, not what else the machine does
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      parseSubmission(schema, form);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});
