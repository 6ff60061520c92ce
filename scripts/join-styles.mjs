// Joins components/styles/ to dist/styles.css: one file asks for one request, with any tool and with none.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** What comes later may change what came before: all of it weighs the same. */
const parts = ['theme', 'layout', 'controls', 'errors', 'buttons', 'lists', 'uploads', 'states'];

const sheets = parts.map((part) => readFileSync(join(root, 'components', 'styles', `${part}.css`), 'utf8'));
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'styles.css'), sheets.join('\n'));
