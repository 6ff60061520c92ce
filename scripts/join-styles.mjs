// Joins components/styles/ to dist/styles.css: one file asks for one request, with any tool and with none.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** What comes later may change what came before: all of it weighs the same. */
const parts = ['theme', 'layout', 'controls', 'errors', 'buttons', 'lists', 'uploads', 'states'].map(
  (part) => `${part}.css`,
);

const folder = join(root, 'components', 'styles');
const unnamed = readdirSync(folder).filter((file) => file.endsWith('.css') && !parts.includes(file));
if (unnamed.length > 0) {
  throw new Error(
    `components/styles holds ${unnamed.join(', ')}, which no page would get. Give it a place in \`parts\` of scripts/join-styles.mjs.`,
  );
}

const sheets = parts.map((part) => readFileSync(join(folder, part), 'utf8'));
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'styles.css'), sheets.join('\n'));
