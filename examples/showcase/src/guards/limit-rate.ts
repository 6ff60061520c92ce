import { ActionError, type GuardContext } from 'astro-action-forms/server';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

interface Rate {
  /** Calls from one address. */
  points: number;
  /** Seconds in which they may come. */
  duration: number;
}

/** A guard against too many calls from one address. It counts in this process; several share a RateLimiterRedis. */
export function limitRate({ points, duration }: Rate) {
  const limiter = new RateLimiterMemory({ points, duration });
  return async ({ clientAddress }: GuardContext): Promise<void> => {
    try {
      await limiter.consume(clientAddress);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new ActionError({
        code: 'TOO_MANY_REQUESTS',
        message: 'That was too often. Wait a minute, then try again.',
        retryAfter: refused.msBeforeNext / 1000,
      });
    }
  };
}
