// Loaded into the server before the app: tells the benchmark what the process has used, and profiles it.
import { Session } from 'node:inspector/promises';

const session = new Session();

/** @type {Record<string, () => Promise<unknown>>} */
const commands = {
  /** Microseconds of processor time since the start, of all threads. */
  cpu: async () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  startProfile: async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 250 });
    await session.post('Profiler.start');
  },
  stopProfile: async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return profile;
  },
};

process.on('message', async (command) => {
  const answer = await commands[String(command)]?.();
  process.send?.({ answer });
});
// The channel alone keeps no server running.
process.channel?.unref();
