/** The way into this floor: a schema is read once into a tree of nodes, and a node is found by its path. */
export type * from './kinds.js';
export { fieldPathOf, nodeAt } from './node-at.js';
export { readSchema, SchemaError } from './read-schema.js';
