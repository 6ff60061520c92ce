export { createRedisStore } from '../server/store/redis.js';
