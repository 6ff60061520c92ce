/**
 * Calls `read` for what a control, or a group of them, holds: what came before the framework did, every edit, and what a
 * reset of the form leaves. Gives what ends that.
 */
export function follow(control: HTMLInputElement | HTMLFieldSetElement, read: () => void): () => void {
  const { form } = control;
  // The event comes before the values change.
  const readLater = () => setTimeout(read);
  read();
  control.addEventListener('input', read);
  form?.addEventListener('reset', readLater);
  return () => {
    control.removeEventListener('input', read);
    form?.removeEventListener('reset', readLater);
  };
}
