/** What is known here of objects that others made, for as long as they last. */
export interface Notes<TKey extends object, TValue> {
  get(key: TKey): TValue | undefined;
  set(key: TKey, value: TValue): void;
}

/**
 * Notes that are kept on the object itself, under a symbol of their own that no listing of its keys shows. A `WeakMap` does
 * the same for objects that are frozen; where every request brings new ones, V8 spends more on clearing it than on reading
 * the form.
 */
export function createNotes<TKey extends object, TValue>(description: string): Notes<TKey, TValue> {
  const symbol = Symbol(description);
  return {
    get: (key) => Reflect.get(key, symbol) as TValue | undefined, // why: only `set` writes there
    set: (key, value) => void Object.defineProperty(key, symbol, { value, writable: true, configurable: true }),
  };
}
