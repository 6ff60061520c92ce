/** @typedef {import('../form-model.mjs').Path} Path */
/** @typedef {import('../form-model.mjs').ControlKind} ControlKind */
/** What a contestant made of a form: data, or the names of the fields that it refused. */
/** @typedef {{ data: unknown } | { errors: readonly string[] }} Outcome */
/**
 * What a contestant does for one shape. `parse` is what is timed; `outcome` looks into what it gave.
 * @template Result
 * @typedef {object} Parser
 * @property {(form: FormData) => Result | Promise<Result>} parse
 * @property {(result: Result) => Outcome} outcome
 * @property {(path: Path, kind: ControlKind) => string} [spell] How it wants names. Default: `items[0].sku`.
 * @property {false} [readsForm] It does not look at the form, which need not be a new one each time.
 */
/**
 * @template Result
 * @typedef {object} Contestant
 * @property {string} name
 * @property {'ours' | 'peer' | 'bound'} role
 * @property {(shape: import('../shapes.mjs').Shape) => Parser<Result>} toParser
 */

/**
 * Zod's own `safeParse`. Of a form that is refused the issues are asked for: Zod words them only then, and whoever
 * answers a form needs them.
 * @param {import('zod').ZodType} schema
 * @param {unknown} input
 */
export function validate(schema, input) {
  const result = schema.safeParse(input);
  if (!result.success && result.error.issues.length === 0) throw new Error('Refused without an issue');
  return result;
}

/**
 * The outcome of Zod's own `safeParse`.
 * @param {import('zod').ZodSafeParseResult<unknown>} result
 * @returns {Outcome}
 */
export function outcomeOfZod(result) {
  return result.success ? { data: result.data } : { errors: namesOf(result.error.issues) };
}

/**
 * @param {readonly { readonly path?: readonly unknown[] }[]} issues
 * @returns {string[]}
 */
export function namesOf(issues) {
  return issues.map(({ path = [] }) => path.map(String).join('.'));
}
