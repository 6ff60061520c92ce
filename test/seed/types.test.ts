import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keep, root as repositoryRoot } from '../../scripts/run.mjs';
import { cacheRoot } from '../support/app-cache.js';

/** What a user may write after `const { data, error } = await actions.greet({ name: 'Ada' })`. */
const accepted = [
  ['data is inferred from the handler', 'if (!error) data satisfies { message: string };'],
  ['orThrow gives the data itself', "(await actions.greet.orThrow({ name: 'Ada' })) satisfies { message: string };"],
  [
    'ActionError is a type as well as a class',
    'const caught: ActionError | undefined = error; if (caught) throw caught;',
  ],
] as const;

/** What a user may not write there, and what the checker says to it. */
const refused = [
  ['data where there may be an error', 'data.message;', "'data' is possibly 'undefined'"],
  ['a key that the handler does not return', 'if (!error) data.mesage;', "Did you mean 'message'?"],
  ['an input of the wrong kind', 'await actions.greet({ name: 1 });', "'number' is not assignable to type 'string'"],
  ['an input that is left out', 'await actions.greet({});', "Property 'name' is missing"],
  ['an action that does not exist', "await actions.gret({ name: 'Ada' });", "Property 'gret' does not exist"],
] as const;

/** What a user may write in the script of a page that imports nothing of the package. */
const acceptedInScripts = [
  ['events of a form have their details', 'form?.addEventListener("actionform:success", (e) => e.detail.message);'],
] as const;

const refusedInScripts = [
  [
    'a detail that an event does not have',
    'form?.addEventListener("actionform:success", (e) => e.detail.mesage);',
    "Did you mean 'message'?",
  ],
] as const;

const app = join(cacheRoot, `seed-types-${process.pid}`);
let complaints: Map<string, string>;

beforeAll(async () => {
  const isSource = (path: string) =>
    !/[/](?:node_modules|dist|\.astro)(?:[/]|$)/.test(path.slice(repositoryRoot.length));
  cpSync(join(repositoryRoot, 'examples', 'seed', 'greet'), app, { recursive: true, filter: isSource });
  for (const [title, code] of [...accepted, ...refused]) writeFileSync(join(app, fileOf(title)), page(code));
  for (const [title, code] of [...acceptedInScripts, ...refusedInScripts])
    writeFileSync(join(app, fileOf(title)), pageWithScript(code));
  const { output } = await keep('astro', ['check', '--root', app]);
  complaints = complaintsByFile(output);
});

afterAll(() => rmSync(app, { recursive: true, force: true }));

describe("the seed's types", () => {
  test('hold in the seed itself', () => {
    const own = [...complaints.keys()].filter((file) => !file.startsWith('src/pages/use-'));
    expect(own).toEqual([]);
  });

  test.each([...accepted, ...acceptedInScripts])('accept: %s', (title) => {
    expect(complaints.get(fileOf(title))).toBeUndefined();
  });

  test.each([...refused, ...refusedInScripts])('refuse: %s', (title, _, complaint) => {
    expect(complaints.get(fileOf(title))).toContain(complaint);
  });
});

function fileOf(title: string): string {
  return `src/pages/use-${title.replaceAll(' ', '-')}.astro`;
}

function page(code: string): string {
  const call = "const { data, error } = await actions.greet({ name: 'Ada' });";
  return `---\nimport { ActionError, actions } from 'astro:actions';\n${call}\n${code}\n---\n\n<p>{[data, error, ActionError].length}</p>\n`;
}

function pageWithScript(code: string): string {
  return `<form></form>\n\n<script>\n  const form = document.querySelector('form');\n  ${code}\n</script>\n`;
}

/** Errors by file below the app. `astro check` prints `path:line:column - error ts(…): text` and then the line itself. */
function complaintsByFile(output: string): Map<string, string> {
  const found = new Map<string, string>();
  const text = stripVTControlCharacters(output);
  if (!text.includes('Result (')) throw new Error(`astro check did not get to an end\n${text}`);
  for (const [, path = '', said = ''] of text.matchAll(/^(\S+):\d+:\d+ - error ts\(\d+\): ([^]*?)\n\n/gm)) {
    const file = relative(app, resolve(repositoryRoot, path));
    found.set(file, `${found.get(file) ?? ''}${said}\n`);
  }
  return found;
}
