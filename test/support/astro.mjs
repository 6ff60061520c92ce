// Child process of test/support/app.ts: `node astro.mjs build|dev '<inline config as JSON>'`.
// Astro's JavaScript API, because its command line takes a lock per project and may move itself to the background.
import { build, dev } from 'astro';

const [command, config] = process.argv.slice(2);
const inlineConfig = JSON.parse(config ?? '{}');

if (command === 'build') await build(inlineConfig);
else await dev(inlineConfig);
