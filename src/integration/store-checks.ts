import { createRequire } from 'node:module';
import { developerError } from '../server/developer-error.js';
import type { ResolvedStore } from './store-schema.js';

/** What a store needs that its descriptor cannot tell. @throws AstroError that says what is missing. */
export function assertStore(store: ResolvedStore, command: string, root: URL): void {
  if (!('kind' in store) || store.kind !== 'redis') return;
  if (!isInstalled('redis', root)) throw redisMissing();
  if (command === 'build' && store.url !== undefined && new URL(store.url).password !== '') throw passwordInBuild();
}

function isInstalled(name: string, root: URL): boolean {
  try {
    createRequire(new URL('package.json', root)).resolve(name);
    return true;
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'MODULE_NOT_FOUND') return false;
    throw error;
  }
}

function redisMissing(): Error {
  return developerError(
    'redisStore() needs the package `redis`',
    'it is not installed in this project.',
    'Run `npm install redis`.',
  );
}

function passwordInBuild(): Error {
  return developerError(
    'The password of Redis would be written into the build',
    'the `url` of redisStore() holds one, and whoever reads the build could read it.',
    'Leave `url` out, and set REDIS_URL in the environment of the server: it is read where the server runs.',
  );
}
