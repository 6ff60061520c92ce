import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, buildApp, startBuild } from '../support/app.js';
import { codeBlocks, filesOf } from '../support/document-code.js';
import { Visitor } from '../support/visitor.js';
import { firstForm } from './chapters.js';
import { writeSite } from './site.js';

const blocks = codeBlocks('docs/behind-a-proxy.md');
const nginx = blocks.find(({ language }) => language === 'nginx')?.code ?? '';

let app: App;
beforeAll(async () => {
  const site = await writeSite('guide-proxy', new Map([...firstForm.files, ...filesOf(blocks)]));
  const env = { ACTION_FORMS_SECRET: '32-random-characters-or-more-of-them' };
  app = await startBuild(await buildApp(site), { cwd: site, env });
});
afterAll(() => app?.stop());

/** What the proxy of the guide says of a request to an address. */
function forwarded(address: string): Record<string, string> {
  const { host, protocol } = new URL(address);
  const said: Record<string, string> = { $host: host, $scheme: protocol.slice(0, -1), $remote_addr: '192.0.2.7' };
  const headers = [...nginx.matchAll(/proxy_set_header (\S+) (\S+);/g)];
  return Object.fromEntries(headers.map(([, name = '', value = '']) => [name, said[value] ?? value]));
}

/** Joins as somebody does who has the page from an address: `headers` is what comes beside theirs. */
async function joinAt(address: string, headers: Record<string, string>) {
  const visitor = new Visitor({
    fetch: (path, init) => {
      const asked = new Headers({ ...Object.fromEntries(new Headers(init?.headers)), ...headers });
      // A browser that is too old for Fetch Metadata: the address decides.
      asked.delete('sec-fetch-site');
      if (init?.method === 'POST') asked.set('origin', address);
      return app.fetch(path, { ...init, headers: asked });
    },
  });
  const joined = await visitor.post(await visitor.get('/'), [['email', 'ada@example.org']]);
  return { visitor, joined };
}

describe('docs/behind-a-proxy.md', () => {
  test('a form is taken at the address that people see, and its cookies are for HTTPS', async () => {
    const { visitor, joined } = await joinAt('https://site.example', forwarded('https://site.example'));
    expect(joined.status).toBe(303);
    expect(joined.headers.getSetCookie().length).toBeGreaterThan(0);
    expect(joined.headers.getSetCookie().filter((cookie) => !/; Secure/i.test(cookie))).toEqual([]);
    expect(new URL(joined.headers.get('location') ?? '', 'https://site.example').origin).toBe('https://site.example');
    expect((await visitor.follow(joined)).html).toContain('We will write to ada@example.org.');
  });

  test('behind a proxy that passes nothing on it is refused, and the log names header and option', async () => {
    const { joined } = await joinAt('https://site.example', {});
    expect(joined.status).toBe(403);
    expect(joined.html).toContain('The form was not accepted');
    await expect.poll(() => app.output()).toContain('X-Forwarded-Host');
    expect(app.output()).toContain('allowedDomains: [{ hostname: "site.example" }]');
  });

  test('headers that say another name count for nothing', async () => {
    const { joined } = await joinAt('https://evil.example', forwarded('https://evil.example'));
    expect(joined.status).toBe(403);
  });
});
