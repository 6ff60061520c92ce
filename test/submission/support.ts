import type { FormIssue } from '../../src/shared/issue.js';
import { parseSubmission, type ParseOptions, type Submission } from '../../src/submission/parse.js';

/** A form as pairs: `['name', 'Ada']`. */
export type Pairs = readonly (readonly [string, string | File])[];

export function toFormData(pairs: Pairs): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) {
    if (typeof value === 'string') form.append(name, value);
    // the third argument keeps the empty name of an untouched file control
    else form.append(name, value, value.name);
  }
  return form;
}

/** Parses with a schema that has no asynchronous part. */
export function parse(schema: unknown, pairs: Pairs, options?: ParseOptions): Submission {
  const submission = parseSubmission(schema, toFormData(pairs), options);
  if (submission instanceof Promise) throw new Error('Expected a synchronous answer');
  return submission;
}

/** What the schema made of the form; fails on issues. */
export function dataOf(schema: unknown, pairs: Pairs, options?: ParseOptions): unknown {
  const submission = parse(schema, pairs, options);
  if (!submission.valid) throw new Error(`Expected valid data, got ${JSON.stringify(submission.issues)}`);
  return submission.data;
}

/** What is wrong with the form; fails when nothing is. */
export function issuesOf(schema: unknown, pairs: Pairs, options?: ParseOptions): readonly FormIssue[] {
  const submission = parse(schema, pairs, options);
  if (submission.valid) throw new Error(`Expected issues, got ${String(submission.data)}`);
  return submission.issues;
}

/** The file that a browser sends for a control that nobody touched. */
export const untouchedFile = (): File => new File([], '', { type: 'application/octet-stream' });
