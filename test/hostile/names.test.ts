import { brackets, conflicts, inheritedNames } from './bodies/names.js';
import { indices, values } from './bodies/numbers.js';
import { testBodies } from './support/run-bodies.js';

testBodies({
  'names that objects have of themselves': inheritedNames,
  'names that contradict each other': conflicts,
  'brackets that make no name': brackets,
  'row numbers': indices,
  'texts that nearly are values': values,
});
