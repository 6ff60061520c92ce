import { describe, expect, test } from 'vitest';
import { isSafeMethod, judgeSender } from '../../src/server/origin-rule.js';

const url = new URL('http://site.example/page');
const judge = (headers: Record<string, string>, trusted: string[] = []) =>
  judgeSender({ headers: new Headers(headers), url }, trusted).allowed;

describe('the origin rule', () => {
  test.each<[string, Record<string, string>]>([
    ['a same-origin post', { 'sec-fetch-site': 'same-origin', origin: 'http://site.example' }],
    ['a post of the user (none)', { 'sec-fetch-site': 'none' }],
    ['same-origin with a null Origin (no-referrer)', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    [
      'same-origin behind a TLS proxy, where the scheme differs',
      { 'sec-fetch-site': 'same-origin', origin: 'https://site.example' },
    ],
    ['no metadata, the own Origin', { origin: 'http://site.example' }],
    ['no metadata, no Origin, an own Referer (w3m, lynx)', { referer: 'http://site.example/form?x=1' }],
  ])('lets %s in', (_, headers) => {
    expect(judge(headers)).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['same-site', { 'sec-fetch-site': 'same-site', origin: 'https://sub.site.example' }],
    ['cross-site that forges the own Origin', { 'sec-fetch-site': 'cross-site', origin: 'http://site.example' }],
    ['an unknown value of Sec-Fetch-Site', { 'sec-fetch-site': 'weird' }],
    ['an empty Sec-Fetch-Site', { 'sec-fetch-site': '' }],
    ['same-origin from another host', { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' }],
    ['same-origin from another port', { 'sec-fetch-site': 'same-origin', origin: 'http://site.example:81' }],
    ['no metadata, another Origin', { origin: 'http://evil.example' }],
    ['no metadata, another scheme', { origin: 'https://site.example' }],
    ['no metadata, a null Origin', { origin: 'null' }],
    ['no metadata, a null Origin and an own Referer', { origin: 'null', referer: 'http://site.example/' }],
    ['a Referer of another site', { referer: 'http://evil.example/http://site.example/' }],
    ['a Referer of a host that only begins alike', { referer: 'http://site.example.evil.example/' }],
    ['a Referer that is no URL', { referer: 'site.example' }],
    ['no header at all', {}],
  ])('refuses %s', (_, headers) => {
    expect(judge(headers)).toBe(false);
  });

  test('an origin that is trusted is let in, by its exact name only', () => {
    const trusted = ['https://app.example'];
    expect(judge({ 'sec-fetch-site': 'cross-site', origin: 'https://app.example' }, trusted)).toBe(true);
    expect(judge({ 'sec-fetch-site': 'cross-site', origin: 'http://app.example' }, trusted)).toBe(false);
    expect(judge({ 'sec-fetch-site': 'cross-site', origin: 'https://app.example.evil.example' }, trusted)).toBe(false);
  });

  test.each([
    ['GET', true],
    ['HEAD', true],
    ['OPTIONS', true],
    ['POST', false],
    ['PUT', false],
    ['DELETE', false],
    ['PROPFIND', false],
  ])('%s is safe: %s', (method, safe) => {
    expect(isSafeMethod(method)).toBe(safe);
  });
});
