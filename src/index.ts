export { default } from './integration/integration.js';
export type { ActionFormsOptions, UploadDriverOption } from './integration/options.js';
export { memoryStore, redisStore, sqliteStore, unstorageStore } from './integration/store-descriptors.js';
export type { UploadOptions } from './server/uploads/options.js';
export type {
  OwnStore,
  RedisStoreOptions,
  SharedOption,
  SqliteStoreOptions,
  StoreDescriptor,
  UnstorageDriver,
} from './integration/store-descriptors.js';
