import type { HostileBody } from '../support/body.js';
import { encodings } from './encodings.js';
import { files } from './files.js';
import { differentials, framing } from './multipart.js';
import { brackets, conflicts, inheritedNames, keys } from './names.js';
import { indices, values } from './numbers.js';
import { chunks, lengths, methods, paths, queries, type RawRequest, smuggling, states } from './requests.js';
import { contentTypes } from './types.js';
import { depth, volume } from './volume.js';

type Tables<Row> = Readonly<Record<string, readonly Row[]>>;

/** All bodies by what they try, in the groups in which servers are tested with them. */
export const bodies = {
  names: {
    'names that objects have of themselves': inheritedNames,
    'names that contradict each other': conflicts,
    'brackets that make no name': brackets,
    'keys that a client chooses': keys,
    'row numbers': indices,
    'texts that nearly are values': values,
  },
  multipart: { framing, differentials, files },
  encodings: { encodings, 'content types': contentTypes, depth, volume },
} satisfies Readonly<Record<string, Tables<HostileBody>>>;

/** Requests as bytes, by what they try. */
export const requests = { lengths, chunks, smuggling, methods, paths, states, queries } satisfies Tables<RawRequest>;
