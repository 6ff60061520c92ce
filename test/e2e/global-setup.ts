import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms } from '../../scripts/debian.mjs';
import { type App, startApp } from '../support/app.js';
import { type Example, examples, modes, urlVariable } from './support.js';

/**
 * Starts every example once per mode, so that what one mode writes does not show in another, and leaves the addresses
 * in the environment of the workers.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  ensurePrograms(['w3m', 'lynx']);
  const data = mkdtempSync(join(tmpdir(), 'e2e-data-'));
  const apps: App[] = [];
  // why: Object.entries forgets which keys they are
  for (const [example, root] of Object.entries(examples) as [Example, string][]) {
    for (const mode of modes) {
      const app = await startApp(root, {
        env: { SHOWCASE_DATA: join(data, mode), ONCE_LOG: join(data, `once-${mode}`) },
      });
      process.env[urlVariable(example, mode)] = app.url;
      apps.push(app);
    }
  }
  return async () => {
    await Promise.all(apps.map((app) => app.stop()));
    rmSync(data, { recursive: true, force: true });
  };
}
