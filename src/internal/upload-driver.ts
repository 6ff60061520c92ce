export { createDriverUploads } from '../server/uploads/driver-store.js';
