/**
 * A table in Markdown: the first row is its head, the first column is text.
 * @param {readonly (readonly string[])[]} rows
 */
export function toTable([head = [], ...rows]) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
