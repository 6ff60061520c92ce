/**
 * What a page says about its forms: how it gets them, and the markup of each. `undefined` where there is none.
 * @param {string} page
 */
export function cutForm(page) {
  const [, frontmatter = '', markup = ''] = page.split(/^---$/m);
  const forms = Array.from(markup.matchAll(/^( *)<(ActionForm|ActionButton)\b[^]*?^\1<\/\2>/gm), ([form]) =>
    dedent(form),
  );
  if (forms.length === 0) return undefined;
  const got = Array.from(
    frontmatter.matchAll(/^const [^;]*?\b(?:getForm|getActionResult|form\.field)\([^]*?;$/gm),
    ([line]) => line,
  );
  return [...(got.length > 0 ? ['---', ...got, '---'] : []), forms.join('\n\n')].join('\n');
}

/**
 * The script of a page, without its tags.
 * @param {string} page
 */
export function cutScript(page) {
  const script = page.match(/<script>\n([^]*?)\n<\/script>/)?.[1];
  return script && dedent(script);
}

/**
 * The controls of a page that stand in `<Sample of="…">`: the very markup that it is made of, and the lines of the action.
 * @param {string} page
 * @param {() => string} readAction
 */
export function cutSamples(page, readAction) {
  return Array.from(page.matchAll(/<Sample of="(\w+)">\n([^]*?)\n *<\/Sample>/g), ([, field = '', markup = '']) => ({
    field,
    schema: cutField(readAction(), field),
    markup: dedent(markup),
  }));
}

/**
 * @param {string} action
 * @param {string} field
 */
function cutField(action, field) {
  const [, rest] = action.split(new RegExp(`^    (?=${field}: )`, 'm'));
  if (rest === undefined) throw new Error(`The action has no field "${field}"`);
  return dedent(`    ${rest.slice(0, rest.search(/\n {4}\w|\n {2}\}/))}`);
}

/** @param {string} code */
function dedent(code) {
  const lines = code.split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trim();
}
