import type { RedisClient } from './redis-client.js';

/**
 * Warns when the server drops entries to make room: a claim that is gone too early lets a duplicate run.
 * A server that does not tell (`INFO` is not allowed to everybody) is taken as it is.
 */
export async function warnOfEviction(client: Pick<RedisClient, 'info'>): Promise<void> {
  const memory = await client.info('memory').catch(() => '');
  const [, limit = '0'] = /^maxmemory:(\d+)/m.exec(memory) ?? [];
  const [, policy = 'noeviction'] = /^maxmemory_policy:(\S+)/m.exec(memory) ?? [];
  if (limit === '0' || policy === 'noeviction') return;
  console.warn(
    `[astro-action-forms] Redis drops entries when its memory is full (maxmemory-policy ${policy}): results could be lost, and submissions that are to run once could run twice. Set it to noeviction.`,
  );
}
