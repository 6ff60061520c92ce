/**
 * Adds properties that are worked out when they are first read and kept then, so that a recursive schema is read only
 * as far as it is used.
 */
export function lazily<const Base extends object, Late extends object>(
  base: Base,
  late: { readonly [Key in keyof Late]: () => Late[Key] },
): Base & Late {
  for (const key in late) {
    Object.defineProperty(base, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = late[key]();
        Object.defineProperty(base, key, { value, enumerable: true });
        return value;
      },
    });
  }
  // why: the loop above defined every key of `Late`
  return base as Base & Late;
}
