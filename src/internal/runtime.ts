export { configure } from '../server/runtime.js';
export { resolveSecrets } from '../server/secrets.js';
