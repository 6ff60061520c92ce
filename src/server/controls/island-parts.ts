import { MANY_FIELDS } from '../../shared/many-fields.js';
import { RESULT_QUERY } from '../../shared/wire-result.js';
import { REPEAT_ATTRIBUTE } from '../../shared/wire-repeat.js';
import { UNSAVED_ATTRIBUTE } from '../../shared/wire-unsaved.js';
import type { Attributes } from './merge-attributes.js';

/** Which parts of the island a page needs beside its core. */
export interface IslandParts {
  readonly forgetResult: boolean;
  readonly repeat: boolean;
  readonly unsaved: boolean;
  readonly upload: boolean;
  /** What shows the errors of a large form. */
  readonly inSteps: boolean;
}

/** What a form with these attributes and so many fields needs on a page of this URL. */
export function islandParts(attributes: Attributes, url: URL, fields = 0): IslandParts {
  const has = (name: string) => attributes[name] !== undefined;
  return {
    forgetResult: url.searchParams.has(RESULT_QUERY),
    repeat: has(REPEAT_ATTRIBUTE),
    unsaved: has(UNSAVED_ATTRIBUTE),
    upload: attributes['enctype'] === 'multipart/form-data',
    inSteps: fields > MANY_FIELDS,
  };
}
