import { runtime } from '../runtime.js';
import { createDiskStore } from './disk-store.js';
import { uploadFolder } from './folder.js';
import type { UploadStore } from './upload-store.js';

const onDisk = createDiskStore(uploadFolder);

/** Where files are kept for the next submission. */
export function uploadStore(): UploadStore {
  return runtime().uploadStore ?? onDisk;
}
