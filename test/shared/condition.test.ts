import { describe, expect, test } from 'vitest';
import { holds, type Condition } from '../../src/shared/condition.js';

type Asked = Pick<Condition, 'oneOf' | 'not'>;

describe('a condition', () => {
  test.each<[string, Asked, string[], boolean]>([
    ['the value', { oneOf: ['a'] }, ['a'], true],
    ['another value', { oneOf: ['a'] }, ['b'], false],
    ['one of several that are wanted', { oneOf: ['a', 'b'] }, ['b'], true],
    ['one of several that are there', { oneOf: ['b'] }, ['', 'a', 'b'], true],
    ['nothing', { oneOf: ['a'] }, [], false],
    ['no such value, where it must not be there', { oneOf: ['a'], not: true }, ['b'], true],
    ['nothing, where it must not be there', { oneOf: ['a'], not: true }, [], true],
    ['the value, where it must not be there', { oneOf: ['a'], not: true }, ['a'], false],
    ['an unticked box behind its hidden field', { oneOf: ['true'] }, ['false'], false],
    ['a ticked box behind its hidden field', { oneOf: ['true'] }, ['false', 'true'], true],
    ['nothing, where something is wanted', { oneOf: [''], not: true }, [], false],
    ['an empty text, where something is wanted', { oneOf: [''], not: true }, [''], false],
    ['a group with a choice, where something is wanted', { oneOf: [''], not: true }, ['', 'a'], true],
  ])('of %s', (_, condition, sent, expected) => {
    expect(holds(condition, sent)).toBe(expected);
  });
});
