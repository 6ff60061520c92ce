import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig, FullProject } from '@playwright/test';
import { ensurePrograms } from '../../scripts/debian.mjs';
import { startApp } from '../support/app.js';
import { passOn } from '../support/pass-on.js';
import { type Example, examples, urlVariable } from './support.js';

/**
 * Starts every example once per project, so that what one writes does not show in another, and leaves the addresses in
 * the environment of the workers. `metadata.headers` of a project are put on every answer.
 */
export default async function globalSetup({ projects }: FullConfig): Promise<() => Promise<void>> {
  ensurePrograms(['w3m', 'lynx', 'openssl']);
  const data = mkdtempSync(join(tmpdir(), 'e2e-data-'));
  const running: { stop(): unknown }[] = [];
  // why: Object.entries forgets which keys they are
  for (const [example, root] of Object.entries(examples) as [Example, string][]) {
    const start = async ({ name, metadata }: FullProject) => {
      const env = { SHOWCASE_DATA: join(data, name), ONCE_LOG: join(data, `once-${name}`) };
      const app = await startApp(root, { env });
      running.push(app);
      const proxy = metadata['headers'] && (await passOn(app.url, { headers: metadata['headers'] }));
      if (proxy) running.push(proxy);
      process.env[urlVariable(example, name)] = proxy?.url ?? app.url;
    };
    await Promise.all(projects.map(start));
  }
  return async () => {
    await Promise.all(running.map((server) => server.stop()));
    rmSync(data, { recursive: true, force: true });
  };
}
