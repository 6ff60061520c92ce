import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test } from 'vitest';
import { createReuse } from '../../src/server/reuse.js';
import { configure } from '../../src/server/runtime.js';
import { options } from './once/support.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

beforeEach(() => configure(options, async () => ({})));

test('a key that came in a body does not keep the whole body in memory', () => {
  const reuse = createReuse();
  const inUse = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = inUse();
  for (let post = 0; post < 40; post += 1) {
    const body = new TextDecoder().decode(Buffer.from(`key=${'k'.repeat(40)}${post}&note=${'x'.repeat(2 ** 20)}`));
    const [[, key = ''] = []] = [...new URLSearchParams(body)];
    reuse.set(key, 'value', 60);
    expect(reuse.get(key)).toBe('value');
  }
  expect(inUse() - before).toBeLessThan(10);
});
