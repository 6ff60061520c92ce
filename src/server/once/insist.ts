/** Milliseconds between two tries. */
const PAUSE = 1000;
/** For about as long as a claim waits for a sign of life. */
const TRIES = 15;

/**
 * Does in the background what the store has just failed to do, as soon as it is back. Nobody waits for it, and it keeps no
 * process alive.
 */
export async function insist(run: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await new Promise((resolve) => void setTimeout(resolve, PAUSE).unref());
    try {
      await run();
      return;
    } catch {
      // The failure before the first try is in the log; these are the same one.
    }
  }
}
