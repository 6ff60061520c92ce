export { submit } from './testing/submit.js';
export type { Submitted, SubmitOptions } from './testing/submit.js';
export type { TestContextOptions } from './testing/test-context.js';
