/** A store did not do what it was asked, within its time. `cause` has the reason, where there is one. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
