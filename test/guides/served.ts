import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type App, buildApp, startBuild } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { chapters } from './chapters.js';
import { merge, writeSite } from './site.js';

/** The site of all guides, as a test file has it while it runs. */
export interface Served {
  app: App;
  /** Where the server runs, and keeps what the guides write. */
  cwd: string;
  /** Somebody new in each test. */
  visitor: Visitor;
}

/** Builds the site where needed, and serves it from an empty folder for the tests of a file. */
export function serveGuides(): Served {
  const served = {} as Served; // why: hooks fill it before a test reads it
  beforeAll(async () => {
    const build = await buildApp(await writeSite('guides', merge(chapters)));
    served.cwd = mkdtempSync(join(tmpdir(), 'astro-action-forms-guides-'));
    served.app = await startBuild(build, { cwd: served.cwd });
  });
  beforeEach(() => {
    served.visitor = new Visitor(served.app);
  });
  afterAll(async () => {
    await served.app?.stop();
    if (served.cwd) rmSync(served.cwd, { recursive: true, force: true });
  });
  return served;
}
