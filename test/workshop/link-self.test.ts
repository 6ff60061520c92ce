import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root as repositoryRoot } from '../../scripts/run.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'link-self-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('link-self', () => {
  test('points node_modules/astro-action-forms at the repository', () => {
    const link = linkSelf(join(folder, 'repository'));
    expect(readlinkSync(link)).toBe('..');
  });

  test('may run again', () => {
    linkSelf(join(folder, 'repository'));
    expect(readlinkSync(linkSelf(join(folder, 'repository')))).toBe('..');
  });

  test('takes the place of an installed copy', () => {
    const copy = join(folder, 'repository', 'node_modules', 'astro-action-forms');
    mkdirSync(copy, { recursive: true });
    writeFileSync(join(copy, 'package.json'), '{}');
    expect(readlinkSync(linkSelf(join(folder, 'repository')))).toBe('..');
  });

  test('does nothing where the package is a dependency', () => {
    expect(existsSync(linkSelf(join(folder, 'node_modules', 'astro-action-forms')))).toBe(false);
  });
});

function linkSelf(root: string): string {
  cpSync(join(repositoryRoot, 'scripts', 'link-self.mjs'), join(root, 'scripts', 'link-self.mjs'));
  execFileSync(process.execPath, [join(root, 'scripts', 'link-self.mjs')]);
  return join(root, 'node_modules', 'astro-action-forms');
}
