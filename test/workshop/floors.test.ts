import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root as repositoryRoot } from '../../scripts/run.mjs';

/** A file, what it imports, and why the floor allows or refuses it. */
type Import = readonly [file: string, imported: string, why: string];

const refused: readonly Import[] = [
  ['src/shared/a.ts', 'zod', 'no packages'],
  ['src/shared/b.ts', 'node:fs', 'no Node'],
  ['src/shared/c.ts', '../schema/node.js', 'a higher floor'],
  ['src/schema/a.ts', '../submission/parse.js', 'a higher floor'],
  ['src/schema/b.ts', 'astro/zod', 'no Astro'],
  ['src/submission/a.ts', '../server/seal.js', 'a higher floor'],
  ['src/submission/b.ts', 'node:crypto', 'pure'],
  ['src/submission/deep/c.ts', '../../integration/options.js', 'a higher floor, from a folder below'],
  ['src/server/a.ts', '../integration/options.js', 'a higher floor'],
  ['src/server/b.ts', '../client/element.js', 'the other side of the wire'],
  ['src/server/c.ts', '../../test/support/app.js', 'tests are not shipped'],
  ['src/client/a.ts', '../submission/parse.js', 'shared only'],
  ['src/client/b.ts', '../schema/node.js', 'shared only'],
  ['src/client/c.ts', 'zod', 'no schema is shipped'],
  ['src/integration/a.ts', '../client/element.js', 'entries are named as strings'],
  ['components/A.astro', '../src/server/view.js', 'by the package name'],
  ['components/B.astro', '../dist/server.js', 'by the package name'],
  ['examples/demo/src/pages/a.astro', 'astro-action-forms/internal/components', 'not public'],
  ['examples/demo/src/b.ts', '../../../src/server/view.js', 'not public'],
];

const allowed: readonly Import[] = [
  ['src/shared/ok.ts', './wire.js', 'its own folder'],
  ['src/schema/ok.ts', 'zod/v4/core', 'the one place inside Zod'],
  ['src/schema/ok2.ts', '../shared/path.js', 'a lower floor'],
  ['src/submission/ok.ts', '../schema/node.js', 'a lower floor'],
  ['src/server/ok.ts', '../submission/parse.js', 'a lower floor'],
  ['src/server/deep/ok.ts', '../seal.js', 'its own floor'],
  ['src/client/ok.ts', '../shared/wire.js', 'the only floor below'],
  ['src/integration/ok.ts', 'node:url', 'it runs in Node'],
  ['components/Ok.astro', 'astro-action-forms/internal/components', 'by the package name'],
  ['examples/demo/src/pages/ok.astro', 'astro-action-forms/components', 'public'],
  ['examples/demo/src/pages/ok2.astro', '../actions/index', 'its own file'],
];

const reported = new Set<string>();
let tree: string;

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'floors-'));
  copyFileSync(join(repositoryRoot, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
  for (const [file, imported] of [...refused, ...allowed]) writeImport(join(tree, file), imported);
  for (const file of await filesWithRestrictedImports(tree)) reported.add(file);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('floors', () => {
  test.each(refused)('%s may not import %s: %s', (file) => {
    expect(reported).toContain(file);
  });

  test.each(allowed)('%s may import %s: %s', (file) => {
    expect(reported).not.toContain(file);
  });
});

function writeImport(path: string, imported: string): void {
  const code = `import thing from '${imported}';\nexport const kept = thing;\n`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, path.endsWith('.astro') ? `---\n${code.replace('export ', '')}---\n<p>{kept}</p>\n` : code);
}

async function filesWithRestrictedImports(cwd: string): Promise<string[]> {
  const oxlint = join(repositoryRoot, 'node_modules', '.bin', 'oxlint');
  // Violations make oxlint end with 1, and the report is on stdout all the same.
  const { stdout } = await promisify(execFile)(oxlint, ['--format', 'json'], { cwd }).catch(
    (error: { stdout: string }) => error,
  );
  const { diagnostics }: { diagnostics: readonly { code: string; filename: string }[] } = JSON.parse(stdout);
  return diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename);
}
