import { nodeWhere, variantsOf } from '../../schema/narrow.js';
import { nodeAt, type SchemaNode } from '../../schema/node.js';
import { holds, type Condition } from '../../shared/condition.js';
import { fieldId, toHtmlId } from '../../shared/ids.js';
import { appendPath, formatPath, parentPath, parsePath, type FieldPath } from '../../shared/path.js';

/**
 * What follows on a form's id in that of a field which stands in groups that are not sent. Another option of their union may
 * print the same field too: the one that is sent has the field's own id, which links lead to.
 *
 * @param unmet What does not hold there.
 */
export function idBelowApart(root: SchemaNode, name: string, unmet: readonly Condition[]): string {
  const path = parsePath(name);
  const marks = unmet.filter((condition) => isOfOthersToo(root, path, condition));
  if (marks.length === 0) return fieldId('', name);
  // Behind the union's own id, so that ids of rows begin with those of their lists, and of what is in a row with the row's.
  const markAt = (at: string) =>
    marks
      .filter(({ field }) => at === formatPath(parentPath(parsePath(field))))
      .map(({ oneOf, not }) => `--${toHtmlId([...(not ? ['not'] : []), ...oneOf].join('-'))}`)
      .join('');
  let at = '';
  let id = markAt(at);
  for (const segment of path) {
    at = appendPath(at, segment);
    id += `-${toHtmlId(String(segment))}${markAt(at)}`;
  }
  return id;
}

/** Whether a union that the condition picks options of has such a field in others too. */
function isOfOthersToo(root: SchemaNode, path: FieldPath, condition: Condition): boolean {
  const tag = parsePath(condition.field);
  const union = parentPath(tag);
  const below = path.slice(0, tag.length);
  if (below.length < tag.length || formatPath(parentPath(below)) !== formatPath(union)) return false;
  const node = nodeAt(root, union) ?? (union.length === 0 ? root : undefined);
  if (!node || variantsOf(node)?.key !== tag.at(-1)) return false;
  return nodeWhere(root, below, (name, value) => name !== condition.field || !holds(condition, [value])) !== undefined;
}
