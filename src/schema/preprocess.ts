/**
 * Finds out what a function before a schema does by giving it what a form may send. `zfd.text`, `numeric`, `json`
 * and `repeatable` leave no other trace: they are closures over a schema.
 */

/** What is known of a preprocess function. */
export interface PreprocessTraits {
  readonly stripsEmpty: boolean;
  readonly readsJson: boolean;
  readonly takes: 'raw' | 'list' | 'unknown';
}

/** A function that throws on such input is one that nothing is known of. */
export function probePreprocess(run: (input: unknown) => unknown): PreprocessTraits {
  const stripsEmpty = answers(run, '', (output) => output === undefined);
  const keepsText = answers(run, 'a', (output) => output === 'a');
  const keepsNumbers = answers(run, '1', (output) => output === 1 || output === '1');
  const readsJson = answers(run, '{"a":[1]}', isParsedProbe);
  const wraps = answers(run, 'a,b', (output) => Array.isArray(output) && output.length === 1 && output[0] === 'a,b');
  const list = ['a'];
  if (wraps && answers(run, list, (output) => output === list)) return { stripsEmpty, readsJson, takes: 'list' };
  return { stripsEmpty, readsJson, takes: stripsEmpty && keepsText && keepsNumbers ? 'raw' : 'unknown' };
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
