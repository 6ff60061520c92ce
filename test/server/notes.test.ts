import { describe, expect, test } from 'vitest';
import { createNotes } from '../../src/server/notes.js';

describe('what is noted of an object', () => {
  test('is its own, and can be replaced', () => {
    const notes = createNotes<Request, string>('test');
    const [one, other] = [new Request('http://site.invalid/'), new Request('http://site.invalid/')];
    notes.set(one, 'first');
    notes.set(one, 'second');
    expect([notes.get(one), notes.get(other)]).toEqual(['second', undefined]);
  });

  test('is not known to notes of another kind, whatever they are called', () => {
    const [notes, others] = [createNotes<FormData, string>('test'), createNotes<FormData, string>('test')];
    const form = new FormData();
    notes.set(form, 'noted');
    expect(others.get(form)).toBeUndefined();
  });

  test.each<[string, (request: Request) => object]>([
    ['a clone', (request) => request.clone()],
    ['a request made from it', (request) => new Request(request)],
  ])('does not pass to %s', (_, copy) => {
    const notes = createNotes<object, true>('test');
    const request = new Request('http://site.invalid/');
    notes.set(request, true);
    expect(notes.get(copy(request))).toBeUndefined();
  });

  test('is known of one that is frozen, before it was noted or after, and can be replaced', () => {
    const notes = createNotes<object, string>('test');
    const [frozen, later] = [Object.freeze({ user: 'Ada' }), { user: 'Ada' }];
    notes.set(frozen, 'first');
    notes.set(later, 'first');
    Object.freeze(later);
    expect([notes.get(frozen), notes.get(later), notes.get({ ...frozen })]).toEqual(['first', 'first', undefined]);
    notes.set(frozen, 'second');
    expect(notes.get(frozen)).toBe('second');
  });

  test('is in no listing and in no copy of its properties', () => {
    const notes = createNotes<object, true>('test');
    const locals = { user: 'Ada' };
    notes.set(locals, true);
    expect(Object.keys(locals)).toEqual(['user']);
    expect(notes.get({ ...locals })).toBeUndefined();
    expect(locals).toEqual({ user: 'Ada' });
  });
});
