import { readFileSync } from 'node:fs';

/** The first column of the table below a heading of a document, so that a test and a document name the same things. */
export function firstColumn(document: string, heading: string): string[] {
  return rowsBelow(document, heading).map(([first = '']) => first);
}

/** The cells of the table below a heading of a document, row by row. */
export function rowsBelow(document: string, heading: string): string[][] {
  const text = readFileSync(new URL(`../../docs/${document}`, import.meta.url), 'utf8');
  const start = text.indexOf(`\n## ${heading}\n`);
  if (start < 0) throw new Error(`docs/${document} has no heading "${heading}"`);
  const rows =
    text
      .slice(start)
      .split(/\n## /)[1]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
