import { ActionError as AstroActionError, type ActionErrorCode } from 'astro/actions/runtime/entrypoints/server.js';
import type { FormIssue } from '../shared/issue.js';
import { issuesToJson } from './issues-json.js';
import { parsePath, PathSyntaxError, type PathSegment } from '../shared/path.js';
import { runtime } from './runtime.js';

/** How Astro begins the message of an input error; the issues follow. */
export const INPUT_MESSAGE = 'Failed to validate: ';

type ErrorInput = Record<string, unknown>;

/** Messages by full path: `'address.street'`, `'items[0].sku'`; `''` is the form as a whole. */
export type FieldMessages = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ActionErrorOptions {
  readonly code: ActionErrorCode;
  /** Text for people. */
  readonly message?: string;
  readonly stack?: string;
  /** Messages beside fields, by full path. With them the error travels as Astro's input error. */
  readonly fields?: FieldMessages;
  /** Seconds until another attempt makes sense. Sent as `Retry-After` (RFC 9110 section 10.2.3), rounded up. */
  readonly retryAfter?: number;
  /**
   * When a guard refuses a native post: whether the form is read all the same, so that the page shows again what was typed.
   * Default true, but for `TOO_MANY_REQUESTS`: who sends too much is not read.
   */
  readonly keepValues?: boolean;
}

/**
 * Astro's `ActionError`, with an optional `fields`. `instanceof`, `isActionError` and `isInputError` hold both ways:
 * an error made by either class is an instance of both.
 */
export class ActionError<T extends ErrorInput = ErrorInput> extends AstroActionError<T> {
  declare readonly issues?: readonly FormIssue[];
  /** Messages by the first segment of their path, as Astro has them. Full paths: `fieldErrors(error)`. */
  declare readonly fields?: Record<string, string[]>;
  declare readonly retryAfter?: number;
  declare readonly keepValues?: boolean;

  constructor({ fields, retryAfter, keepValues, ...options }: ActionErrorOptions) {
    super(options);
    // What is for the server to know stays off the wire, also where Astro spreads an error into JSON.
    if (retryAfter !== undefined) Object.defineProperty(this, 'retryAfter', { value: retryAfter });
    if (keepValues !== undefined) Object.defineProperty(this, 'keepValues', { value: keepValues });
    if (fields !== undefined && options.message === undefined)
      this.message = `${INPUT_MESSAGE}${issuesToJson(toIssues(fields), 2)}`;
    if (fields !== undefined) becomeInputError(this, toIssues(fields));
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // Subclasses keep the ordinary meaning of `instanceof`.
    if (this !== ActionError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof AstroActionError;
  }
}

/**
 * An input error from issues. Unlike Astro's own, it keeps the code and the message it is given. What a person typed has no place in
 * the code: in production the error has no stack, which takes longer than reading the form.
 */
export function inputError(
  issues: readonly FormIssue[],
  { code = 'BAD_REQUEST', message }: { code?: ActionErrorCode; message?: string } = {},
): ActionError {
  const options = { code, message: message ?? `${INPUT_MESSAGE}${issuesToJson(issues, 2)}` };
  const error = runtime().options.dev ? new ActionError(options) : withoutStack(() => new ActionError(options));
  becomeInputError(error, issues);
  return error;
}

/** The issues of an error, whoever made it; none for errors without. */
export function issuesOf(error: unknown): readonly FormIssue[] {
  if (!(error instanceof AstroActionError) || !('issues' in error) || !Array.isArray(error.issues)) return [];
  return error.issues as FormIssue[]; // why: Astro types them as Zod issues, of which FormIssue is a part
}

function withoutStack<T extends Error>(make: () => T): T {
  const { stackTraceLimit } = Error;
  // Does nothing where intrinsics are frozen.
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return make();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
  }
}

function becomeInputError(error: ActionError, issues: readonly FormIssue[]): void {
  const fields: Record<string, string[]> = Object.create(null);
  for (const { path, message } of issues) {
    if (path[0] !== undefined) (fields[String(path[0])] ??= []).push(message);
  }
  Object.assign(error, { type: 'AstroActionInputError', issues, fields });
}

function toIssues(fields: FieldMessages): FormIssue[] {
  return Object.entries(fields).flatMap(([name, messages]) =>
    [messages ?? []].flat().map((message) => ({ path: toPath(name), message, code: 'custom' })),
  );
}

function toPath(name: string): PathSegment[] {
  try {
    return parsePath(name);
  } catch (error) {
    if (error instanceof PathSyntaxError) return [name];
    throw error;
  }
}
