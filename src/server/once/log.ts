import { logError } from '../log.js';

export function logStoreFailure(exception: unknown): undefined {
  logError('The store failed for an action with `once`:', exception);
}
