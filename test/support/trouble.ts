import { type App, startApp } from './app.js';

/** Starts the app in which everything goes wrong that can. Its store could be shared, so it needs a secret. */
export function startTrouble(env: Record<string, string> = {}): Promise<App> {
  return startApp('test/fixtures/trouble', {
    env: { ACTION_FORMS_SECRET: 'a-secret-of-the-tests-of-32-characters', ...env },
  });
}
