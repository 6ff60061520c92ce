import { encodings } from './bodies/encodings.js';
import { contentTypes } from './bodies/types.js';
import { depth, volume } from './bodies/volume.js';
import { testBodies } from './support/run-bodies.js';

testBodies({ encodings, 'content types': contentTypes, depth, volume });
