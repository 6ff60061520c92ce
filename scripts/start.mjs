// `npm start`: builds the showcase and serves it, in one process. PORT and HOST change where.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { environment, root, show } from './run.mjs';

const showcase = join(root, 'examples', 'showcase');
const port = process.env.PORT ?? '4321';
const host = process.env.HOST ?? '127.0.0.1';

await ensureBuilt();
environment.NODE_ENV = 'production';
const code = await show('astro', ['build', '--root', showcase, '--silent']);
if (code !== 0) process.exit(code);

console.log(`\nThe showcase is at http://localhost:${port}. Ctrl+C stops it.\n`);
process.chdir(showcase);
Object.assign(process.env, { HOST: host, PORT: port, NODE_ENV: 'production' });
await import(pathToFileURL(join(showcase, 'dist', 'server', 'entry.mjs')).href);
