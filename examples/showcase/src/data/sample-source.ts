const sources = import.meta.glob<string>(['../pages/controls.astro', '../actions/controls.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const page = sourceOf('../pages/controls.astro');
const action = sourceOf('../actions/controls.ts');

/** What stands between `<Sample of="…">` and its end on the page: the very markup that the page is made of. */
export function markupOf(field: string): string {
  const [, markup] = page.split(`<Sample of="${field}">`);
  if (markup === undefined) throw new Error(`The page has no sample of "${field}"`);
  return dedent(markup.slice(0, markup.indexOf('</Sample>')));
}

/** The lines of the action that say what a field is. */
export function schemaOf(field: string): string {
  const [, rest] = action.split(new RegExp(`^    (?=${field}: )`, 'm'));
  if (rest === undefined) throw new Error(`The action has no field "${field}"`);
  return dedent(`    ${rest.slice(0, rest.search(/\n {4}\w|\n {2}\}/))}`);
}

function sourceOf(path: string): string {
  const source = sources[path];
  if (source === undefined) throw new Error(`There is no ${path}`);
  return source;
}

function dedent(code: string): string {
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}
