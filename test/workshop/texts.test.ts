import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { sentencesIn, textsIn } from './support/sentences.js';

/** Sentences that are no texts for people, or that are the catalogue. */
const exceptions: Readonly<Record<string, string>> = {
  'src/shared/messages.ts': 'the catalogue',
  'src/shared/messages-de.ts': 'the catalogue',
  'src/shared/answer-messages.ts': 'a part of the catalogue',
  'src/shared/silence-messages.ts': 'a part of the catalogue',
  'src/schema/validate.ts': 'what Zod throws where it has to wait',
  'src/server/action-error.ts': 'how Astro begins the message of an input error, which no form shows',
  'src/server/refusal-advice.ts': 'advice for the log',
};

/** The texts in each of the files that has any. */
function textsBelow(pattern: string, find: (source: string) => string[]): Readonly<Record<string, string[]>> {
  const found = globSync(pattern, { cwd: root }).map((file) => [file, find(readFileSync(join(root, file), 'utf8'))]);
  expect(found).not.toEqual([]);
  return Object.fromEntries(found.filter(([, texts]) => texts?.length));
}

describe('texts that people may see stand in the catalogue', () => {
  test('no source has sentences of its own, but for the exceptions', () => {
    const found = textsBelow('src/{shared,schema,submission,server,client}/**/*.ts', sentencesIn);
    expect(Object.entries(found).filter(([file]) => !Object.hasOwn(exceptions, file))).toEqual([]);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(Object.keys(exceptions)));
  });

  test('no component prints words of its own', () => {
    expect(textsBelow('components/**/*.astro', textsIn)).toEqual({});
  });
});

describe('sentences are found', () => {
  test.each<[string, string, readonly string[]]>([
    ['an error for people', `new ActionError({ message: 'Send it again.' })`, ['Send it again.']],
    ['an issue', `issues.push({ message: 'Too many rows' })`, ['Too many rows']],
    ['a template', 'return { message: `The limit is ${limit}` }', ['The limit is ']],
    ['HTML', 'return `<p class="a">Try it ${link}</p>`', ['<p class="a">Try it ']],
    ['what comes before advice', `withAdvice('Send it again.', 'The name is too long.')`, ['Send it again.']],
    ['advice', `withAdvice(messages().stale, 'The name is too long.')`, []],
    ['a mistake of a developer', `throw developerError('A form without', 'It has none.')`, []],
    ['what a program is told', `throw programError('BAD_REQUEST', 'Send a form.')`, []],
    ['another error', `throw new TypeError('The field is none')`, []],
    ['the log', `logWarning('The store is full')`, []],
    ['names', `const tag = 'Content-Type', name = 'File', mode = 'Sec-Fetch-Site'`, []],
    ['a comment', '// Send it again.', []],
  ])('%s', (_, source, found) => {
    expect(sentencesIn(source)).toEqual(found);
  });

  test.each<[string, string, readonly string[]]>([
    ['a label', '---\nconst a = 1;\n---\n<button {...rest}>\n  <slot>Submit</slot>\n</button>', ['Submit']],
    ['a name that is read out', '<nav aria-label="On this page"><slot /></nav>', ['On this page']],
    ['a text of the catalogue', '<slot>{form.messages.update}</slot>', []],
    ['frontmatter and style', '---\n/** <a>Text</a> */\n---\n<style>p { color: Red }</style>', []],
    ['an expression', '{open && <p role="status" set:text={text} />}', []],
  ])('in components: %s', (_, component, found) => {
    expect(textsIn(component)).toEqual(found);
  });
});
