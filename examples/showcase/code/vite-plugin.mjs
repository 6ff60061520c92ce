import { readFileSync, globSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { highlight } from './highlight.mjs';
import { cutForm, cutSamples, cutScript } from './cut.mjs';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const id = 'virtual:code';

/**
 * The code of this site's pages, for its pages: cut out of its own files when the site is built, and highlighted then, so that
 * nobody's browser and no request has to. `import { code } from 'virtual:code'` gives HTML by the path of a file below `src`
 * (a whole module), by `path#form` and `path#script` (what a page says about its form, and its script), and by `path#field` (a control).
 * @returns {import('vite').Plugin}
 */
export function codeOfPages() {
  return {
    name: 'showcase:code',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    async load(resolved) {
      if (resolved !== `\0${id}`) return;
      const pieces = readPieces((path) => this.addWatchFile(path));
      const html = await Promise.all(pieces.map(async ({ name, text, lang }) => [name, await toCode(text, lang)]));
      return `export const code = ${JSON.stringify(Object.fromEntries(html))};`;
    },
  };
}

/**
 * @typedef {'astro' | 'ts'} Lang
 * @typedef {{ name: string, text: string, lang: Lang }} Piece
 */

/**
 * @param {(path: string) => void} watch
 * @returns {Piece[]}
 */
function readPieces(watch) {
  const read = (/** @type {string} */ path) => {
    watch(join(source, path));
    return readFileSync(join(source, path), 'utf8');
  };
  const paths = globSync(['actions/*.ts', 'guards/*.ts', 'pages/*.astro', 'components/{Block,ContactForm}.astro'], {
    cwd: source,
  });
  return paths.toSorted().flatMap((path) => {
    const text = read(path);
    if (extname(path) === '.ts') return [{ name: path, text: text.trimEnd(), lang: 'ts' }];
    if (path === 'components/Block.astro') return [{ name: path, text: text.trimEnd(), lang: 'astro' }];
    const [form, script] = [cutForm(text), cutScript(text)];
    return [
      ...(form ? [{ name: `${path}#form`, text: form, lang: /** @type {Lang} */ ('astro') }] : []),
      ...(script ? [{ name: `${path}#script`, text: script, lang: /** @type {Lang} */ ('ts') }] : []),
      ...cutSamples(text, () => read('actions/controls.ts')).flatMap(({ field, schema, markup }) => [
        { name: `${path}#${field}.schema`, text: schema, lang: /** @type {Lang} */ ('ts') },
        { name: `${path}#${field}.markup`, text: markup, lang: /** @type {Lang} */ ('astro') },
      ]),
    ];
  });
}

/**
 * @param {string} text
 * @param {Lang} lang
 */
async function toCode(text, lang) {
  return { html: await highlight(text, lang), lines: text.split('\n').length };
}
