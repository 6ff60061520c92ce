import { bodies } from './bodies/catalogue.js';
import { testBodies } from './support/run-bodies.js';

testBodies(bodies.names);
