import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root as repositoryRoot } from '../../scripts/run.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'join-styles-'));
  for (const part of ['scripts/join-styles.mjs', 'scripts/run.mjs', 'components/styles'])
    cpSync(join(repositoryRoot, part), join(folder, part), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('join-styles', () => {
  test('makes one sheet of all of them, whatever else is in their folder', () => {
    writeFileSync(join(folder, 'components', 'styles', '.DS_Store'), '');
    joinStyles();
    const sheet = readFileSync(join(folder, 'dist', 'styles.css'), 'utf8');
    expect(sheet).toContain(readFileSync(join(folder, 'components', 'styles', 'uploads.css'), 'utf8'));
  });

  test('refuses a file that it was given no place for, and says where to name it', () => {
    writeFileSync(join(folder, 'components', 'styles', 'tables.css'), '');
    expect(joinStyles).toThrow(/holds tables\.css, which no page would get.*`parts` of scripts\/join-styles\.mjs/);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('refuses to go without one that it names', () => {
    rmSync(join(folder, 'components', 'styles', 'theme.css'));
    expect(joinStyles).toThrow(/theme\.css/);
  });
});

function joinStyles(): void {
  execFileSync('node', [join(folder, 'scripts', 'join-styles.mjs')], { stdio: 'pipe' });
}
