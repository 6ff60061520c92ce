export { guardFetch } from '../server/guard-fetch.js';
