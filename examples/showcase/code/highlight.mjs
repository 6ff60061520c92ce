import { createCssVariablesTheme, createHighlighter } from 'shiki';

const name = 'classes';
const prefix = '--';
const theme = createCssVariablesTheme({ name, variablePrefix: prefix, fontStyle: false });
const highlighter = createHighlighter({ langs: ['astro', 'ts'], themes: [theme] });

/**
 * The code as HTML: `<span class="token-…">` by kind of token, and plain text. The site's style sheet says in which colours.
 * @param {string} text
 * @param {'astro' | 'ts'} lang
 * @returns {Promise<string>}
 */
export async function highlight(text, lang) {
  const { tokens } = (await highlighter).codeToTokens(text, { lang, theme: name });
  return tokens.map((line) => line.map(({ content, color }) => toSpan(content, color)).join('')).join('\n');
}

/**
 * @param {string} content
 * @param {string | undefined} color
 */
function toSpan(content, color) {
  const kind = color?.match(/--(token-[\w-]+)/)?.[1];
  return kind ? `<span class="${kind}">${escape(content)}</span>` : escape(content);
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
