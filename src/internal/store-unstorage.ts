export { createDriverStore } from '../server/store/unstorage.js';
