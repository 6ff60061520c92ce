import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resolveSecrets } from '../../src/server/secrets.js';

const [first, second] = ['first'.repeat(8), 'second'.repeat(8)];
const alone = { dev: undefined, sharedStore: undefined };
const dev = { dev: 'remembered'.repeat(5), sharedStore: 'redisStore()' };
const shared = { dev: undefined, sharedStore: 'redisStore()' };

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.stubEnv('ACTION_FORMS_SECRET', undefined);
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('the secrets of a process', () => {
  test.each([
    ['one', first, [first]],
    ['the current one and a previous one', `${first} ${second}`, [first, second]],
    ['with white space around them', `\n${first},  ${second}\n`, [first, second]],
  ])('are those of the environment: %s', (_, variable, secrets) => {
    vi.stubEnv('ACTION_FORMS_SECRET', variable);
    for (const source of [alone, dev, shared]) expect(resolveSecrets(source)).toEqual(secrets);
    expect(warn).not.toHaveBeenCalled();
  });

  test.each([
    ['unset', undefined],
    ['empty', ''],
    ['blank', ' \n'],
  ])('with the variable %s are what dev remembers', (_, variable) => {
    vi.stubEnv('ACTION_FORMS_SECRET', variable);
    expect(resolveSecrets(dev)).toEqual([dev.dev]);
    expect(warn).not.toHaveBeenCalled();
  });

  test('are made up in production, other ones each time, with a warning', () => {
    const [one, other] = [resolveSecrets(alone), resolveSecrets(alone)];
    expect(one).toEqual([expect.stringMatching(/^[\w-]{43,}$/)]);
    expect(other).not.toEqual(one);
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/ACTION_FORMS_SECRET is not set/)],
      [expect.stringMatching(/ACTION_FORMS_SECRET is not set/)],
    ]);
    expect(JSON.stringify(warn.mock.calls)).not.toContain(one[0]);
  });

  test('have to be given in production where processes share a store', () => {
    expect(() => resolveSecrets(shared)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/ACTION_FORMS_SECRET is not set: redisStore\(\) is shared/),
        hint: expect.stringMatching(/the same 32 random characters/),
      }),
    );
  });

  test.each([
    ['one', 'a'.repeat(31), /holds a secret of 31 characters; .* need 32 at least/],
    ['a word', 'hunter2', /a secret of 7 characters/],
    ['the current one', `short ${second}`, /2 secrets, of which number 1 is one of 5 characters/],
    ['a previous one', `${first},short`, /2 secrets, of which number 2 is one of 5 characters/],
    [
      'a text with blanks, which part it',
      'a long text with blanks in it is no secret',
      /number 1 is one of 1 characters/,
    ],
  ])('are refused where one is too short, without saying it: %s', (_, variable, message) => {
    vi.stubEnv('ACTION_FORMS_SECRET', variable);
    for (const source of [alone, dev, shared]) {
      expect(() => resolveSecrets(source)).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(message),
          hint: expect.stringContaining('openssl rand -base64 32'),
        }),
      );
      expect(() => resolveSecrets(source)).toThrow(
        expect.objectContaining({ message: expect.not.stringMatching(/hunter2|short |blanks/) }),
      );
    }
  });
});
