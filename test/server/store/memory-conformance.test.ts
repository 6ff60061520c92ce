import { describe, test } from 'vitest';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import { storeConformance } from '../../../src/testing.js';

describe('the memory store', { timeout: 20_000 }, () => {
  for (const { name, run } of storeConformance(createMemoryStore)) test.concurrent(name, run);
});
