import type { FileNode } from '../../schema/kinds.js';
import type { Reader } from '../context.js';
import { scalarReader } from './scalar.js';

/** A file. An empty text is what a form sends for an untouched control when it is not multipart. */
export function fileReader(node: FileNode): Reader {
  return scalarReader(node, { fromText: (text) => text });
}
