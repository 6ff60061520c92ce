import type { PathSegment } from './path.js';

/** One thing that is wrong with a submission, in the shape that Zod, Astro and the wire share. */
export interface FormIssue {
  /** Path in the schema's input; rows are numbered as they were submitted. `[]` is the form as a whole. */
  readonly path: readonly PathSegment[];
  /** Text for people. */
  readonly message: string;
  /** Zod's issue code, or `custom`. */
  readonly code: string;
  /** The name that was on the form, where it is not the canonical spelling of `path`. */
  readonly name?: string;
}
