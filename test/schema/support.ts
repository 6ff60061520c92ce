import { z } from 'zod';
import { toConstraints, type Constraints } from '../../src/schema/constraints.js';
import { toControl, type ControlKind } from '../../src/schema/control.js';
import { nodeAt, readSchema, type SchemaNode } from '../../src/schema/node.js';

/** The node of a schema that stands under a key. */
export function fieldNode(schema: z.ZodType, key = 'v'): SchemaNode {
  const node = nodeAt(readSchema(z.object({ [key]: schema })), [key]);
  if (!node) throw new Error(`There is no node at ${key}`);
  return node;
}

export const constraintsOf = (schema: z.ZodType, key?: string): Constraints => toConstraints(fieldNode(schema, key));
export const controlOf = (schema: z.ZodType, key?: string): ControlKind => toControl(fieldNode(schema, key));
