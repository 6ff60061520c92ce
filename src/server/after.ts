/** A value that may still be waited for. */
export type Later<T> = T | Promise<T>;

/** What follows on a value: at once where it is there, which saves Astro from sending a page in pieces. */
export function after<T, R>(value: Later<T>, next: (value: T) => Later<R>): Later<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
