import { hasFiles } from '../schema/control.js';
import { readSchema } from '../schema/node.js';
import type { ActionDetails } from './action-definition.js';
import { limitsOf } from './limits-of.js';
import type { BodyLimits } from './multipart-body.js';
import { runtime } from './runtime.js';
import { IN_MEMORY } from './uploads/spool.js';

/**
 * How much of the body of an action's request is read. Where an action takes files, room beyond what the site gives is meant
 * for these: texts have to be held in memory.
 */
export function bodyLimits({ accept, schema, limits }: ActionDetails): BodyLimits {
  const { bodySizeLimit } = runtime().options;
  const bytes = limits?.bytes ?? bodySizeLimit;
  const takesFiles = accept === 'form' && schema !== undefined && hasFiles(readSchema(schema));
  return { ...limitsOf(limits), bytes, text: takesFiles ? Math.max(bodySizeLimit, IN_MEMORY) : bytes };
}
