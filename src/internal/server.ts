export * from '../server.js';
