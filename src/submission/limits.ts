/** How much a form may send before it is refused. */
export interface Limits {
  /** Name-value pairs. */
  readonly names: number;
  /** Files; those that the browser sends for an untouched control do not count. */
  readonly files: number;
  /** Characters of one name. */
  readonly nameLength: number;
  /** Segments of one name: `items[0].sku` has three. */
  readonly depth: number;
  /** The highest row number. */
  readonly index: number;
}

/** The limits of an action that sets none. */
export const defaultLimits: Limits = { names: 1000, files: 100, nameLength: 200, depth: 8, index: 1000 };

/** Limits, of which some are replaced; one that is `undefined` is not. */
export function withLimits(own: Partial<Limits> | undefined, base: Limits = defaultLimits): Limits {
  if (!own) return base;
  const { names, files, nameLength, depth, index } = base;
  return {
    names: own.names ?? names,
    files: own.files ?? files,
    nameLength: own.nameLength ?? nameLength,
    depth: own.depth ?? depth,
    index: own.index ?? index,
  };
}

const described: Readonly<Record<keyof Limits, { status: 400 | 413; text: string }>> = {
  names: { status: 413, text: 'more fields than are allowed' },
  files: { status: 413, text: 'more files than are allowed' },
  nameLength: { status: 400, text: 'a field name that is longer than is allowed' },
  depth: { status: 400, text: 'a field name with more levels than are allowed' },
  index: { status: 400, text: 'a row number that is higher than is allowed' },
};

/** Thrown by `parseSubmission` as soon as a form is past a limit, before anything is made of what it sent. */
export class SubmissionLimitError extends Error {
  override readonly name = 'SubmissionLimitError';
  /** The HTTP status that says so. */
  readonly status: 400 | 413;
  constructor(
    readonly limit: keyof Limits,
    readonly allowed: number,
  ) {
    const { status, text } = described[limit];
    super(`The form has ${text} (limit "${limit}": ${allowed})`);
    this.status = status;
  }
}
