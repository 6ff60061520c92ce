import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';

const shared = z.boolean().default(true);

const address = z.string().refine((url) => URL.canParse(url) && /^(?:rediss?|unix):/.test(url), {
  // The address may hold a password, so the message does not.
  error: 'is no address of a Redis server: write it as in "redis://host:6379"',
});

/** What `sessionDrivers` of `astro/config` makes. */
export const unstorageDriver = z.strictObject({
  entrypoint: z.union([z.string().min(1), z.instanceof(URL).transform((url) => fileURLToPath(url))]),
  config: z.json().optional(),
});

/** The descriptors of `store`, with their defaults. */
export const storeSchema = z
  .union(
    [
      z.strictObject({ kind: z.literal('memory') }),
      z.strictObject({
        kind: z.literal('sqlite'),
        path: z.string().refine((path) => !/^(?:|:memory:|file:.*)$/.test(path), {
          error: ({ input }) => `${JSON.stringify(input)} is no path of a file; memoryStore() is a store in memory`,
        }),
      }),
      z.strictObject({ kind: z.literal('redis'), url: address.optional(), prefix: z.string().optional() }),
      z.strictObject({
        kind: z.literal('unstorage'),
        driver: unstorageDriver,
        shared,
      }),
      z.strictObject({ entrypoint: z.string().min(1), shared }),
    ],
    { error: ({ input }) => whatToWrite(input) },
  )
  .default({ kind: 'memory' });

export type ResolvedStore = z.output<typeof storeSchema>;

function whatToWrite(store: unknown): string {
  return typeof store === 'string'
    ? `${JSON.stringify(store)} names a module: write \`{ entrypoint: ${JSON.stringify(store)} }\``
    : "write `memoryStore()`, `sqliteStore({ path })`, `redisStore({ url })`, `unstorageStore(driver)`, or `{ entrypoint: './src/store.ts' }` for a store of your own";
}
