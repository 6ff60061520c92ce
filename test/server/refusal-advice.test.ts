import { describe, expect, test } from 'vitest';
import { judgeSender } from '../../src/server/origin-rule.js';
import { adviseOn } from '../../src/server/refusal-advice.js';

const url = new URL('http://inside:8080/page');

function advice(sent: Record<string, string>): string {
  const headers = new Headers(sent);
  const verdict = judgeSender({ headers, url }, []);
  if (verdict.allowed) throw new Error('it is let in');
  return adviseOn(verdict.cause, 'POST', { headers, url });
}

describe('what a developer is told about a refusal', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'another site',
      { 'sec-fetch-site': 'cross-site', origin: 'https://app.example' },
      ['Sec-Fetch-Site: "cross-site"', 'Origin: "https://app.example"', 'trustedOrigins: ["https://app.example"]'],
    ],
    [
      'a site that hides its name',
      { 'sec-fetch-site': 'cross-site', origin: 'null' },
      ['Origin: "null"', 'trustedOrigins: ["https://app.example"]'],
    ],
    [
      'the site itself, behind a proxy that hides the host',
      { 'sec-fetch-site': 'same-origin', origin: 'https://site.example' },
      ['takes itself for http://inside:8080', 'X-Forwarded-Host', 'allowedDomains: [{ hostname: "site.example" }]'],
    ],
    [
      'the site itself, behind a TLS proxy, by a browser without Fetch Metadata',
      { origin: 'https://inside:8080' },
      ['Sec-Fetch-Site: nothing', 'X-Forwarded-Proto', 'allowedDomains: [{ hostname: "inside" }]'],
    ],
    [
      'the site itself, by a form that opens a tab in WebKit',
      { 'sec-fetch-site': 'cross-site', origin: 'http://inside:8080' },
      ['Sec-Fetch-Site: "cross-site"', 'rel="opener"'],
    ],
    ['another Referer', { referer: 'https://evil.example/' }, ['Referer: "https://evil.example/"', "site's own pages"]],
    ['a program', {}, ['Referer: nothing', 'api: true', 'Origin: http://inside:8080']],
  ])('%s', (_, headers, texts) => {
    for (const text of texts) expect(advice(headers)).toContain(text);
  });

  test('quotes no more of a header than fits, and keeps it on its line', () => {
    const said = advice({ origin: `https://evil.example/${'x'.repeat(5000)}` });
    expect(said.length).toBeLessThan(2000);
    expect(said).not.toContain('\n');
  });
});
