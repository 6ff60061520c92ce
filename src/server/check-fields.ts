import { readSchema, type SchemaNode } from '../schema/node.js';
import type { FormIssue } from '../shared/issue.js';
import { formatPath, type FieldPath } from '../shared/path.js';
import { VALIDATE_HEADER } from '../shared/wire-live.js';
import type { ActionDetails } from './action-definition.js';
import { ActionError, inputError, issuesOf } from './action-error.js';
import { toKey, type AskedFields } from './asked-fields.js';
import { placeOf } from './form/place-of.js';
import { parseFormInput } from './parse-input.js';
import { programError } from './program-error.js';

/** Errors that say what is wrong with the fields that were asked for, and nothing else. */
const findings = new WeakSet<ActionError>();

/** Whether an error is what `checkFields` found, not one of a guard, a limit or the record. */
export function isFinding(error: ActionError): boolean {
  return findings.has(error);
}

/**
 * Checks a posted form by the action's schema, and says what is wrong with the fields that were asked for. The handler does
 * not run, and nothing is kept.
 *
 * @throws ActionError with the issues of those fields and of what is below them, each with its field's name as it was asked
 * for; another one for a form that cannot be read, and for an action without a form's schema.
 */
export async function checkFields(
  input: unknown,
  asked: AskedFields,
  { accept, schema, limits }: Pick<ActionDetails, 'accept' | 'schema' | 'limits'>,
): Promise<void> {
  if (accept !== 'form' || schema === undefined) throw noForm();
  try {
    await parseFormInput(schema, input, limits);
  } catch (error) {
    if (!(error instanceof ActionError) || issuesOf(error).length === 0) throw error;
    const issues = issuesOf(error).flatMap((issue) => toAsked(issue, asked, readSchema(schema)));
    if (issues.length === 0) return;
    const finding = inputError(issues);
    findings.add(finding);
    throw finding;
  }
}

/** What is said where there is nothing to check by. */
export function noForm(): ActionError {
  return programError(
    'BAD_REQUEST',
    `This action has no form's schema to check fields by (${VALIDATE_HEADER}); it was not run.`,
  );
}

/** An issue under the name that its field was asked for by; what is below such a field keeps its own; nothing of others. */
function toAsked(issue: FormIssue, asked: AskedFields, root: SchemaNode): FormIssue[] {
  const place = placeOf(issue, root);
  const named = asked.get(toKey(place)) ?? (issue.name === undefined ? undefined : asked.get(toKey(issue.name)));
  const name = named ?? (isBelow(issue.path, asked) ? place : undefined);
  return name === undefined ? [] : [{ ...issue, name }];
}

/** The form as a whole has no fields below it: `''` asks for what is wrong with no field in particular. */
function isBelow(path: FieldPath, asked: AskedFields): boolean {
  return path.some((_, index) => index > 0 && asked.has(formatPath(path.slice(0, index).map(String))));
}
