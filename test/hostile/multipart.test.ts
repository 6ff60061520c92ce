import { files } from './bodies/files.js';
import { differentials, framing } from './bodies/multipart.js';
import { testBodies } from './support/run-bodies.js';

testBodies({ framing, differentials, files });
