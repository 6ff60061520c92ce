export { onRequest } from '../server/middleware-pre.js';
