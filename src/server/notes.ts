/** What is known here of objects that others made, for as long as they last. */
export interface Notes<TKey extends object, TValue> {
  get(key: TKey): TValue | undefined;
  set(key: TKey, value: TValue): void;
}

/**
 * Notes that are kept on the object itself, under a symbol of their own that no listing of its keys shows, and beside it
 * where it is frozen. A `WeakMap` alone would do; where every request brings new objects, V8 spends more on clearing it than
 * on reading the form.
 */
export function createNotes<TKey extends object, TValue>(description: string): Notes<TKey, TValue> {
  const symbol = Symbol(description);
  const ofFrozen = new WeakMap<TKey, TValue>();
  return {
    // why: only `set` writes there
    get: (key) => (Reflect.get(key, symbol) as TValue | undefined) ?? ofFrozen.get(key),
    set(key, value) {
      const isNoted = Reflect.defineProperty(key, symbol, { value, writable: true, configurable: true });
      if (!isNoted) ofFrozen.set(key, value);
    },
  };
}
