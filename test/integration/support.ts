import { uploadModule } from '../../src/integration/upload-module.js';
import { storeModule } from '../../src/integration/store-module.js';

/** What the integration hands to the server of a site in production, without options. */
export const plainSetup = {
  options: {
    dev: false,
    csrf: 'fetch-metadata' as const,
    trustedOrigins: [],
    bodySizeLimit: 1,
    limits: {},
    enhance: false,
    locale: 'en',
    messages: {},
    locales: {},
    uploads: {},
  },
  devSecret: undefined,
  errorMaps: {},
  uploads: uploadModule(undefined, (entrypoint) => entrypoint),
  store: storeModule({ kind: 'memory' }, (entrypoint) => entrypoint),
};
