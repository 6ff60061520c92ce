import { StoreError } from './store-error.js';

/** What a call comes to, if it does so within so many milliseconds. @throws StoreError with the text given, else. */
export async function withinTime<T>(timeout: number, late: string, run: () => Promise<T>): Promise<T> {
  const ended = Promise.withResolvers<never>();
  const timer = setTimeout(() => ended.reject(new StoreError(late)), timeout);
  try {
    return await Promise.race([run(), ended.promise]);
  } finally {
    clearTimeout(timer);
  }
}
