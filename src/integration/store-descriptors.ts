/** Says in `astro.config` which store the server makes. */
export type StoreDescriptor =
  | { readonly kind: 'memory' }
  /** A module whose default export is an `AtomicStore`, as a path from the project's root or a package. */
  | { readonly entrypoint: string };

/** The memory of one process: for development and sites that run in one process. Lost at a restart. The default. */
export function memoryStore(): StoreDescriptor {
  return { kind: 'memory' };
}
