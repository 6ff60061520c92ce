import type { SafeResult } from 'astro/actions/runtime/entrypoints/server.js';
import { getActionContext, isInputError } from 'astro/actions/runtime/entrypoints/server.js';
import type { APIContext } from 'astro';
import { parse } from 'devalue';
import { ActionError, INPUT_MESSAGE, inputError, issuesOf } from './action-error.js';
import { issuesToJson } from './issues-json.js';
import { unserialisable } from './unserialisable.js';

/** Astro's wire form of a result. */
export type SerializedResult = ReturnType<ReturnType<typeof getActionContext>['serializeActionResult']>;

// why: Astro types the results that it serialises as SafeResult<any, any>
// oxlint-disable-next-line no-explicit-any
type AnyResult = SafeResult<any, any>;

/**
 * A result in Astro's wire form. Data goes through Astro's own serialiser (devalue); an error is plain JSON with code,
 * status and message, and for input errors the issues, from which Astro's clients make `fields` again.
 *
 * @throws AstroError that names the part of the data which cannot be serialised.
 */
export function serializeResult(context: APIContext, result: { data: unknown; error: unknown }): SerializedResult {
  if (result.error === undefined) {
    try {
      return serializerOf(context)({ data: result.data, error: undefined });
    } catch (exception) {
      throw unserialisable(result.data, exception);
    }
  }
  return serializeError(result.error as ActionError); // why: actions only ever put an ActionError there
}

type Serializer = ReturnType<typeof getActionContext>['serializeActionResult'];

let serializer: Serializer | undefined;

/** Astro hands out the same function with every context, and making that costs more than serialising. */
function serializerOf(context: APIContext): Serializer {
  return (serializer ??= getActionContext(context).serializeActionResult);
}

/** An error in Astro's wire form. */
export function serializeError(error: ActionError): SerializedResult {
  const { type, code, status, message } = error;
  const issues = issuesOf(error);
  // Astro's clients make the generic message out of the issues: sent, it would say everything twice.
  const said = message.startsWith(INPUT_MESSAGE) ? { type, code, status } : { type, code, status, message };
  const body = JSON.stringify(said);
  return {
    type: 'error',
    status,
    contentType: 'application/json',
    body: issues.length === 0 ? body : `${body.slice(0, -1)},"issues":${issuesToJson(issues)}}`,
  };
}

/** The result again. Unlike Astro's own reading, input errors keep their code. Only for text that we made. */
export function reviveResult(serialized: SerializedResult): AnyResult {
  switch (serialized.type) {
    case 'empty':
      return { data: undefined, error: undefined };
    case 'data':
      return { data: parse(serialized.body, { URL: (href: string) => new URL(href) }), error: undefined };
    case 'error': {
      const error: ActionError = JSON.parse(serialized.body);
      const revived = isInputError(error) ? inputError(issuesOfJson(error), error) : new ActionError(error);
      return { data: undefined, error: revived };
    }
    default:
      return serialized satisfies never;
  }
}

function issuesOfJson(error: object): Parameters<typeof inputError>[0] {
  return (error as { issues: Parameters<typeof inputError>[0] }).issues; // why: isInputError has checked that they exist
}
