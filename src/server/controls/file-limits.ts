import type { FileNode, SchemaNode } from '../../schema/node.js';
import type { Messages } from '../../shared/messages.js';
import { REMOVE_TEXT_ATTRIBUTE } from '../../shared/wire-chosen.js';
import {
  MAX_FILES_ATTRIBUTE,
  MAX_FILES_TEXT_ATTRIBUTE,
  MAX_SIZE_ATTRIBUTE,
  MAX_SIZE_TEXT_ATTRIBUTE,
  TYPE_TEXT_ATTRIBUTE,
  TYPES_ATTRIBUTE,
} from '../../shared/wire-upload.js';
import type { Attributes } from '../form/field-view.js';
import { inUnits } from '../quantities.js';

/** What HTML has no constraint for: how large the files of a control may be, of which types and how many, with what is said past it, and to take one out again. */
export function toFileLimits(node: SchemaNode | undefined, messages: Messages, locale: string): Attributes {
  if (node?.kind === 'file') return ofFile(node, messages, locale);
  if (node?.kind !== 'array' || node.element.kind !== 'file') return {};
  const { max } = node.size;
  const count = isBound(max) && {
    [MAX_FILES_ATTRIBUTE]: max,
    [MAX_FILES_TEXT_ATTRIBUTE]: messages.tooManyFiles.replace('{limit}', String(max)),
  };
  return { ...count, ...ofFile(node.element, messages, locale), [REMOVE_TEXT_ATTRIBUTE]: messages.removeFile };
}

function ofFile({ size, mime }: FileNode, messages: Messages, locale: string): Attributes {
  const type = mime.length > 0 && {
    [TYPES_ATTRIBUTE]: mime.join(','),
    [TYPE_TEXT_ATTRIBUTE]: messages.wrongFileType.replace('{types}', mime.map(inWords).join(', ')),
  };
  return { ...ofSize(size.max, messages, locale), ...type };
}

/** `image/png` reads "PNG". What is no short word stays a media type. */
function inWords(type: string): string {
  const [, word] = /^\w+\/([a-z0-9]{2,4})$/.exec(type) ?? [];
  return word?.toUpperCase() ?? type;
}

function ofSize(max: number | undefined, messages: Messages, locale: string): Attributes {
  if (!isBound(max)) return {};
  return {
    [MAX_SIZE_ATTRIBUTE]: max,
    [MAX_SIZE_TEXT_ATTRIBUTE]: messages.fileTooLarge.replace('{limit}', inUnits(max, locale)),
  };
}

function isBound(max: number | undefined): max is number {
  return max !== undefined && Number.isFinite(max);
}
