import { createMemoryStore } from '../../../../../dist/server/store/memory.js';

/** The memory store with room for all results of a run: in five minutes there are more than a site should hold in memory. */
export default createMemoryStore({ capacity: 1024 ** 3 });
