// Whether two results are the same, said for people.

/**
 * The first place where two results differ; `undefined` where they are equal. A key that is `undefined` is as good as absent.
 * @param {unknown} expected
 * @param {unknown} actual
 * @param {string} at
 * @returns {string | undefined}
 */
export function firstDifference(expected, actual, at = '') {
  if (Object.is(expected, actual)) return undefined;
  if (expected instanceof Date && actual instanceof Date && expected.getTime() === actual.getTime()) return undefined;
  if (!isContainer(expected) || !isContainer(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return `${at === '' ? 'it' : at} is ${describe(actual)}, not ${describe(expected)}`;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const found = firstDifference(
      Reflect.get(expected, key),
      Reflect.get(actual, key),
      at === '' ? key : `${at}.${key}`,
    );
    if (found) return found;
  }
  return undefined;
}

/**
 * A value in a few characters.
 * @param {unknown} value
 */
export function describe(value) {
  if (value instanceof Error) return `${value.constructor.name}: ${shorten(value.message.split('\n')[0] ?? '', 140)}`;
  if (value instanceof Date) return `the date ${Number.isNaN(value.getTime()) ? 'NaN' : value.toISOString()}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return value === undefined ? 'undefined' : shorten(JSON.stringify(value), 60);
}

/**
 * @param {string} text
 * @param {number} length
 */
function shorten(text, length) {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isContainer(value) {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
