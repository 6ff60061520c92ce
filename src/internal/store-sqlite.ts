export { createSqliteStore } from '../server/store/sqlite.js';
