import type { FileNode, SchemaNode } from '../../schema/node.js';
import type { Messages } from '../../shared/messages.js';
import {
  MAX_FILES_ATTRIBUTE,
  MAX_FILES_TEXT_ATTRIBUTE,
  MAX_SIZE_ATTRIBUTE,
  MAX_SIZE_TEXT_ATTRIBUTE,
  TYPE_TEXT_ATTRIBUTE,
  TYPES_ATTRIBUTE,
} from '../../shared/wire-upload.js';
import type { Attributes } from '../form/field-view.js';

/** What HTML has no constraint for: how large the files of a control may be, of which types and how many, with what is said past it. */
export function toFileLimits(node: SchemaNode | undefined, messages: Messages): Attributes {
  if (node?.kind === 'file') return ofFile(node, messages);
  if (node?.kind !== 'array' || node.element.kind !== 'file') return {};
  const { max } = node.size;
  const count = isBound(max) && {
    [MAX_FILES_ATTRIBUTE]: max,
    [MAX_FILES_TEXT_ATTRIBUTE]: messages.tooManyFiles.replace('{limit}', String(max)),
  };
  return { ...count, ...ofFile(node.element, messages) };
}

function ofFile({ size, mime }: FileNode, messages: Messages): Attributes {
  const type = mime.length > 0 && {
    [TYPES_ATTRIBUTE]: mime.join(','),
    [TYPE_TEXT_ATTRIBUTE]: messages.wrongFileType.replace('{types}', mime.map(inWords).join(', ')),
  };
  return { ...ofSize(size.max, messages), ...type };
}

/** `image/png` reads "PNG". What is no short word stays a media type. */
function inWords(type: string): string {
  const [, word] = /^\w+\/([a-z0-9]{2,4})$/.exec(type) ?? [];
  return word?.toUpperCase() ?? type;
}

function ofSize(max: number | undefined, messages: Messages): Attributes {
  if (!isBound(max)) return {};
  return {
    [MAX_SIZE_ATTRIBUTE]: max,
    [MAX_SIZE_TEXT_ATTRIBUTE]: messages.fileTooLarge.replace('{limit}', inUnits(max)),
  };
}

function isBound(max: number | undefined): max is number {
  return max !== undefined && Number.isFinite(max);
}

const units = ['bytes', 'kB', 'MB', 'GB'];

/** As file managers say it: 5,000,000 and 5,242,880 bytes are both `5 MB`. */
export function inUnits(bytes: number): string {
  const base = bytes % 1024 === 0 ? 1024 : 1000;
  const step = Math.min(Math.floor(Math.log(bytes) / Math.log(base)), units.length - 1);
  return bytes === 0 ? '0 bytes' : `${Number((bytes / base ** step).toFixed(1))} ${units[step]}`;
}
