export { default } from './integration/integration.js';
export type { ActionFormsOptions } from './integration/options.js';
export { memoryStore } from './integration/store-descriptors.js';
export type { StoreDescriptor } from './integration/store-descriptors.js';
