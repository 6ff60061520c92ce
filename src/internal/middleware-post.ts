export { onRequest } from '../server/middleware-post.js';
