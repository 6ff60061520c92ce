import { fieldPathOf, type SchemaNode } from '../../schema/node.js';
import type { FormIssue } from '../../shared/issue.js';
import { formatPath } from '../../shared/path.js';

/**
 * The field that shows an issue. What is wrong with one of several values of a name is shown where the name is, and
 * what is wrong inside of a field that is parsed as JSON, at that field.
 */
export function placeOf({ path, name }: FormIssue, root: SchemaNode | undefined): string {
  const canonical = formatPath(root === undefined ? path : fieldPathOf(root, path));
  return name !== undefined && canonical.startsWith(`${name}[`) ? name : canonical;
}
