import { expect, test } from 'vitest';
import { sayEncoding } from '../../src/server/encoding-header.js';

const page = (type: string) => new Response('<p>Ä</p>', { headers: { 'content-type': type } });

test.each([
  ['HTML that says nothing', 'text/html', 'text/html; charset=utf-8'],
  ['HTML that says an encoding', 'text/html; charset=iso-8859-1', 'text/html; charset=iso-8859-1'],
  ['a text', 'text/plain', 'text/plain'],
  ['JSON', 'application/json', 'application/json'],
])('%s is sent as %j → %j', (_, type, expected) => {
  expect(sayEncoding(page(type)).headers.get('content-type')).toBe(expected);
});

test('a response whose headers cannot be changed, or without a type, is passed on', async () => {
  const fetched = await fetch('data:text/html,x');
  expect(sayEncoding(fetched)).toBe(fetched);
  const empty = new Response(null, { status: 204 });
  expect(sayEncoding(empty).headers.has('content-type')).toBe(false);
});
