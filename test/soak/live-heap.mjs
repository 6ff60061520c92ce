// Loaded into the server before its own code: on SIGUSR2 it says how many bytes are in use after a garbage collection.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  // What was waiting for its finalizer goes with the second one.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`live heap: ${heapUsed + external}`);
});
