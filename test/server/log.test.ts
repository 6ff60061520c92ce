import { afterEach, describe, expect, test, vi } from 'vitest';
import { logError, logWarning } from '../../src/server/log.js';

const error = vi.spyOn(console, 'error').mockImplementation(() => {});
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => vi.clearAllMocks());

const forged = 'x\n[astro-action-forms] All is well\r\nGET / 200\u001b[2J\u202e\u2028end';

describe('the log', () => {
  test('has one line for a warning, whatever is in it', () => {
    logWarning(`refused ${forged}`);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^\[astro-action-forms\] refused x\\u000a\[/)]]);
    expect(warn.mock.calls[0]?.[0]).not.toMatch(/[\p{Cc}\u202e\u2028]/u);
  });

  test('marks every line of an exception as its own', () => {
    logError('Unexpected', new Error(forged, { cause: new TypeError('the cause\nof it') }));
    const [first, ...lines] = String(error.mock.calls[0]?.[0]).split('\n');
    expect(first).toBe('[astro-action-forms] Unexpected');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/^ {2}\| /);
    expect(lines.join('\n')).toContain('log.test.ts');
    expect(lines.join('\n')).toContain('the cause');
    expect(lines.join('\n')).not.toMatch(/[^\P{Cc}\n]|[\u202e\u2028]/u);
  });

  test.each<[string, unknown]>([
    ['a text', 'just text'],
    ['nothing', undefined],
    [
      'an object that throws when it is looked at',
      {
        get stack() {
          throw new Error('no');
        },
        [Symbol.for('nodejs.util.inspect.custom')]() {
          throw new Error('no');
        },
      },
    ],
  ])('takes %s for an exception', (_, thrown) => {
    expect(() => logError('Unexpected', thrown)).not.toThrow();
    expect(error).toHaveBeenCalledOnce();
  });

  test('does not read what is in a text as a format', () => {
    logWarning('100%s %o');
    expect(warn.mock.calls).toEqual([['[astro-action-forms] 100%s %o']]);
  });
});
