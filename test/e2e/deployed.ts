import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { type Address, type App, buildApp, startBuild } from '../support/app.js';
import { makeCertificate } from '../support/certificate.js';
import { passOn } from '../support/pass-on.js';
import { startProxy } from '../support/proxy.js';
import { test as base } from './support.js';

/** Where the showcase is for people: in a folder of a host, with a slash at the end of every address. */
export const BASE = '/press';
const address: Address = { base: BASE, trailingSlash: 'always' };
const HOST = 'localhost';

/** The showcase in that folder, behind a proxy that ends TLS. */
export interface Deployed {
  /** Origin of the proxy, without a slash at the end. */
  readonly origin: string;
  /** The process behind it. */
  readonly app: App;
}

/** Playwright's `test` with `deployed`, which each worker has of its own, data and all. */
export const test = base.extend<object, { deployed: Deployed }>({
  ignoreHTTPSErrors: true,
  deployed: [
    async ({}, use, { project }) => {
      const build = await buildApp('examples/showcase', { SHOWCASE_DOMAIN: HOST }, address);
      const data = mkdtempSync(join(tmpdir(), 'deployed-'));
      const app = await startBuild(build, { cwd: join(root, 'examples/showcase'), env: { SHOWCASE_DATA: data } });
      const headers = project.metadata['headers'];
      const shown = headers ? await passOn(app.url, { headers }) : undefined;
      const proxy = await startProxy([shown ?? app], HOST, makeCertificate(HOST));
      await use({ origin: proxy.url, app });
      await proxy.stop();
      shown?.stop();
      await app.stop();
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
