import { watchAids } from '../client/aids.js';

watchAids();
