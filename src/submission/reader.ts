import type { SchemaNode } from '../schema/kinds.js';
import type { Reader } from './context.js';
import { isHeld } from './held.js';
import { fileReader } from './readers/file.js';
import { intersectionReader } from './readers/intersection.js';
import { listReader } from './readers/list.js';
import { objectReader, type IsHeld } from './readers/object.js';
import { preprocessReader } from './readers/preprocess.js';
import { recordReader } from './readers/record.js';
import { bigintReader, booleanReader, choiceReader, dateReader, numberReader, stringReader } from './readers/text.js';
import { tupleReader } from './readers/tuple.js';
import { unionReader } from './readers/union.js';
import { nothingReader, unknownReader } from './readers/unknown.js';

const readers = new WeakMap<SchemaNode, Reader>();

/** The reader of a node: built once, its parts when they are first needed. */
export function toReader(node: SchemaNode): Reader {
  let reader = readers.get(node);
  if (!reader) {
    const own = readerOf(node);
    reader = node.preprocess ? preprocessReader(node, node.preprocess, own) : own;
    readers.set(node, reader);
  }
  return reader;
}

function readerOf(node: SchemaNode): Reader {
  const held: IsHeld = (entry, context) => isHeld(node, entry, context);
  switch (node.kind) {
    case 'string':
      return stringReader(node);
    case 'number':
      return numberReader(node);
    case 'bigint':
      return bigintReader(node);
    case 'boolean':
      return booleanReader(node);
    case 'date':
      return dateReader(node);
    case 'choice':
      return choiceReader(node);
    case 'file':
      return fileReader(node);
    case 'array':
      return listReader(node, toReader);
    case 'tuple':
      return tupleReader(node, toReader, held);
    case 'object':
      return objectReader(node, toReader, held);
    case 'record':
      return recordReader(node, toReader, held);
    case 'union':
      return unionReader(node, toReader, held);
    case 'intersection':
      return intersectionReader(node, toReader, held);
    case 'nothing':
      return nothingReader(node);
    case 'unknown':
      return unknownReader(node);
    case 'unsendable':
      return () => undefined;
    default:
      return node satisfies never;
  }
}
