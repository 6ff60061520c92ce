import { expect, test } from 'vitest';
import { islandParts } from '../../src/server/controls/island-parts.js';

const url = new URL('http://localhost/');

test.each([
  [undefined, false],
  [80, false],
  [81, true],
])('of a form with %s fields the errors are shown in steps: %s', (fields, inSteps) => {
  expect(islandParts({}, url, fields).inSteps).toBe(inSteps);
});
