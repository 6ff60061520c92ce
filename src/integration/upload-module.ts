import type { z } from 'astro/zod';
import type { unstorageDriver } from './store-schema.js';

/** How the set-up module gets the place where files are kept. */
export interface UploadModule {
  /** Import statements. */
  readonly imports: string;
  /** `undefined` for the disk. */
  readonly expression: string;
}

/** @param resolve Makes an import of an entrypoint that may be relative to the project's root. */
export function uploadModule(
  driver: z.output<typeof unstorageDriver> | undefined,
  resolve: (entrypoint: string) => string,
): UploadModule {
  if (driver === undefined) return { imports: '', expression: 'undefined' };
  return {
    imports: `import createUploadDriver from ${JSON.stringify(resolve(driver.entrypoint))};
import { createDriverUploads } from 'astro-action-forms/internal/upload-driver';`,
    expression: `createDriverUploads(createUploadDriver(${JSON.stringify(driver.config)}))`,
  };
}
