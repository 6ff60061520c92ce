import type { FormIssue } from '../shared/issue.js';
import { appendPath, type PathSegment } from '../shared/path.js';
import { rowIndices, type RawValues } from '../submission/values.js';
import { type ActionError, inputError, issuesOf } from './action-error.js';

/**
 * An error of a handler, with rows numbered as they were submitted. The handler counts the rows that it was given; the
 * form may have sent `items[0]` and `items[5]`.
 */
export function toSubmittedRows(error: ActionError, values: RawValues): ActionError {
  const issues = issuesOf(error);
  const renumbered = issues.map((issue) => ({ ...issue, path: toSubmittedPath(issue, values) }));
  const changed = renumbered.some(({ path }, index) => path.some((segment, at) => segment !== issues[index]?.path[at]));
  return changed ? inputError(renumbered, error) : error;
}

function toSubmittedPath({ path }: FormIssue, values: RawValues): PathSegment[] {
  let name = '';
  return path.map((segment) => {
    const submitted = typeof segment === 'number' ? (rowIndices(values, name)[segment] ?? segment) : segment;
    name = appendPath(name, submitted);
    return submitted;
  });
}
