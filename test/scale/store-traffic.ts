import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';

/** What somebody who submits a form asks of Redis. */
export interface Traffic {
  /** Commands in order, each with the kind of entry that it is about, such as `SET result`. */
  readonly commands: readonly string[];
  /** Bytes to Redis and back, commands and values together. */
  readonly sent: number;
  readonly received: number;
  /** Entries that are left, the memory that Redis takes for each, and the seconds that it is kept. */
  readonly kept: readonly { readonly kind: string; readonly bytes: number; readonly seconds: number }[];
}

/** Submissions of which a figure is the average. */
const SAMPLES = 10;

/** Measures at a Redis that nobody else uses. */
export async function trafficOf(url: string, submit: () => Promise<unknown>): Promise<Traffic> {
  const [client, monitor] = [connectTo(url), connectTo(url)];
  await Promise.all([client.connect(), monitor.connect()]);
  try {
    await client.flushAll();
    const empty = difference(await bytesOf(client), await bytesOf(client));
    const before = await bytesOf(client);
    for (let sample = 0; sample < SAMPLES; sample += 1) await submit();
    const all = difference(before, await bytesOf(client));

    await client.flushAll();
    const lines: string[] = [];
    await monitor.monitor((line) => void lines.push(String(line)));
    await submit();
    // The monitor has seen everything before this when it sees it.
    await client.ping();
    while (!lines.some(isPing)) await sleep(5);
    const asked = lines.slice(0, lines.findIndex(isPing));
    const entries = await entriesOf(client);
    return {
      commands: asked.flatMap((line) => toCommand(line, entries)),
      sent: Math.max(0, (all.sent - empty.sent) / SAMPLES),
      received: Math.max(0, (all.received - empty.received) / SAMPLES),
      kept: [...entries.values()],
    };
  } finally {
    client.destroy();
    monitor.destroy();
  }
}

type Client = ReturnType<typeof connectTo>;
type Entries = ReadonlyMap<string, Traffic['kept'][number]>;

function connectTo(url: string) {
  return createClient({ url });
}

function isPing(line: string): boolean {
  return line.endsWith('"PING"');
}

async function entriesOf(client: Client): Promise<Entries> {
  const entries = (await client.keys('*')).map(async (key) => {
    const kind = kindOf(key, (await client.get(key)) ?? '');
    return [key, { kind, bytes: Number(await client.memoryUsage(key)), seconds: await client.ttl(key) }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** What was last sent is a time; everything else about what is done once is a claim. */
function kindOf(key: string, value: string): string {
  if (key.startsWith('action-forms:action-form:result:')) return 'result';
  return /^\d+$/.test(value) ? 'last' : 'claim';
}

/** Of a line of MONITOR. What a script does inside of Redis is no round trip. */
function toCommand(line: string, entries: Entries): string[] {
  const [, by, name = '', given = ''] = /^\S+ \[\d+ (\S+)\] "(\w+)"(.*)$/.exec(line) ?? [];
  const key = /"(action-forms:[^"]*)"/.exec(given)?.[1];
  if (by === 'lua' || key === undefined) return [];
  return [`${name}${given.endsWith('"NX"') ? ' NX' : ''} ${entries.get(key)?.kind ?? kindOf(key, '')}`];
}

interface Bytes {
  readonly sent: number;
  readonly received: number;
}

async function bytesOf(client: Client): Promise<Bytes> {
  const stats = await client.info('stats');
  const figure = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(stats)?.[1]);
  return { sent: figure('total_net_input_bytes'), received: figure('total_net_output_bytes') };
}

function difference(before: Bytes, after: Bytes): Bytes {
  return { sent: after.sent - before.sent, received: after.received - before.received };
}
