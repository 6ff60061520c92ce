import type { APIContext } from 'astro';
import { logError } from '../log.js';
import { uploadFolder } from './folder.js';
import { createSpool, type Spool } from './spool.js';

type Locals = Pick<APIContext, 'locals'>;

const spools = new WeakMap<object, Spool>();

/** The spool of the request that is being answered. */
export function spoolOf({ locals }: Locals): Spool {
  let spool = spools.get(locals);
  if (spool === undefined) {
    spool = createSpool(uploadFolder);
    spools.set(locals, spool);
  }
  return spool;
}

/** Deletes what a request has left on the disk: its answer is made. Hardly any has a spool. */
export function emptySpool({ locals }: Locals): Promise<void> | undefined {
  const spool = spools.get(locals);
  return spool && dispose(spool);
}

async function dispose(spool: Spool): Promise<void> {
  try {
    await spool.dispose();
  } catch (exception) {
    logError('Files of a request could not be deleted:', exception);
  }
}
