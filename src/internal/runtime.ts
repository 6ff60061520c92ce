export { configure } from '../server/runtime.js';
