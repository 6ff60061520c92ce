/**
 * Finds out what a function before a schema does by giving it what a form may send. `zfd.text`, `numeric`, `json`
 * and `repeatable` leave no other trace: they are closures over a schema.
 */

/** What is known of a preprocess function. */
export interface PreprocessTraits {
  readonly stripsEmpty: boolean;
  readonly readsJson: boolean;
  readonly takes: 'raw' | 'list' | 'same' | 'unknown';
}

/** A function that throws on such input is one that nothing is known of. */
export function probePreprocess(run: (input: unknown) => unknown): PreprocessTraits {
  const stripsEmpty = answers(run, '', (output) => output === undefined);
  const readsJson = answers(run, '{"a":[1]}', isParsedProbe);
  return { stripsEmpty, readsJson, takes: probeTaken(run, stripsEmpty, readsJson) };
}

function probeTaken(
  run: (input: unknown) => unknown,
  stripsEmpty: boolean,
  readsJson: boolean,
): PreprocessTraits['takes'] {
  const list = ['a'];
  const keepsLists = answers(run, list, (output) => output === list);
  const wraps = answers(run, 'a,b', (output) => Array.isArray(output) && output.length === 1 && output[0] === 'a,b');
  if (wraps && keepsLists) return 'list';
  const keepsText = answers(run, 'a', (output) => output === 'a');
  const keepsNumbers = answers(run, '1', (output) => output === 1 || output === '1');
  if (!keepsText || !keepsNumbers) return 'unknown';
  if (stripsEmpty) return 'raw';
  const keepsAll =
    keepsLists && answers(run, '', (output) => output === '') && answers(run, 1, (output) => output === 1);
  return keepsAll && !readsJson ? 'same' : 'unknown';
}

function answers(run: (input: unknown) => unknown, input: unknown, accept: (output: unknown) => boolean): boolean {
  try {
    return accept(run(input));
  } catch {
    return false;
  }
}

function isParsedProbe(output: unknown): boolean {
  return typeof output === 'object' && output !== null && 'a' in output && Array.isArray(output.a);
}
