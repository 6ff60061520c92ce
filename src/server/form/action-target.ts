import { getActionPath } from 'astro/actions/runtime/entrypoints/server.js';
import type { ActionClient } from 'astro/actions/runtime/entrypoints/server.js';
import { ACTION_QUERY } from '../../shared/wire.js';
import { createKeep } from '../keep.js';
import { notAnAction } from './form-mistakes.js';
import type { FormAction } from './form-types.js';

/** Where the forms of an action post to. */
export interface ActionTarget {
  readonly name: string;
  /** The query that runs it on any page. */
  readonly query: string;
  /** Its RPC endpoint. */
  readonly endpoint: string;
}

const kept = createKeep<ActionTarget>();

/** Reads what Astro says of an action, once for each. @throws AstroError for what is no action. */
export function targetOf(action: FormAction): ActionTarget {
  const query = String(action);
  return kept.get(query) ?? kept.set(query, readTarget(query));
}

function readTarget(query: string): ActionTarget {
  const name = new URLSearchParams(query).get(ACTION_QUERY);
  if (name === null) throw notAnAction(query);
  // why: getActionPath reads nothing but the action's query string
  const action = { toString: () => query } as ActionClient<unknown, undefined, undefined>;
  return { name, query, endpoint: getActionPath(action) };
}
