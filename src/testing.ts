export { resultStoreConformance, storeConformance } from './testing/store-conformance.js';
export type { StoreCheck, StoreConformanceOptions } from './testing/store-conformance.js';
export { submit } from './testing/submit.js';
export type { Submitted, SubmitOptions } from './testing/submit.js';
export type { TestContextOptions } from './testing/test-context.js';
