import { openAsBlob } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { collectStream } from './collect-stream.js';
import { newReadingName } from './stored-name.js';

/** Bytes of the files of one request that stay in memory; the rest goes to the disk. */
export const IN_MEMORY = 1024 * 1024;

/** Seconds after which a file that is being read must be what a process has left that was killed. */
const LONGEST_READ = 24 * 60 * 60;

/** Where the content of a file goes while it is being read. */
export interface Sink {
  write(chunk: Uint8Array): Promise<void>;
  /** The file: one that is on the disk is read from there each time that somebody reads it. */
  end(name: string, type: string): Promise<File>;
}

/** The files of one request, on their way to the handler. */
export interface Spool {
  sink(): Sink;
  /** Path of a file that went to the disk. */
  pathOf(file: File): string | undefined;
  /** Leaves a file on the disk that has been moved away. */
  forget(file: File): void;
  /** Deletes what is on the disk. */
  dispose(): Promise<void>;
}

/** @param folder Gives the folder of files that are being read, and makes it if need be. */
export function createSpool(folder: () => Promise<string>): Spool {
  let left = IN_MEMORY;
  const paths = new Map<string, FileHandle | undefined>();
  const onDisk = new WeakMap<File, string>();

  async function create(): Promise<[string, FileHandle]> {
    const path = join(await folder(), newReadingName(LONGEST_READ));
    const handle = await open(path, 'wx', 0o600);
    paths.set(path, handle);
    return [path, handle];
  }

  function sink(): Sink {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    let disk: [string, FileHandle] | undefined;
    return {
      async write(chunk) {
        size += chunk.byteLength;
        if (disk === undefined && chunk.byteLength <= left) {
          left -= chunk.byteLength;
          chunks.push(new Uint8Array(chunk));
          return;
        }
        if (disk === undefined) {
          disk = await create();
          for (const early of chunks.splice(0)) {
            left += early.byteLength;
            await writeAll(disk[1], early);
          }
        }
        await writeAll(disk[1], chunk);
      },
      async end(name, type) {
        if (disk === undefined) return new File(chunks, name, { type });
        const [path, handle] = disk;
        await handle.close();
        paths.set(path, undefined);
        const file = collectStream(new File([await openAsBlob(path)], name, { type }));
        if (file.size !== size) throw new Error(`${path} has ${file.size} bytes, and ${size} were written to it.`);
        onDisk.set(file, path);
        return file;
      },
    };
  }

  return {
    sink,
    pathOf: (file) => onDisk.get(file),
    forget(file) {
      const path = onDisk.get(file);
      if (path !== undefined) paths.delete(path);
    },
    async dispose() {
      const all = [...paths];
      paths.clear();
      await Promise.all(
        all.map(async ([path, handle]) => {
          await handle?.close();
          await rm(path, { force: true });
        }),
      );
    },
  };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength;) {
    const { bytesWritten } = await handle.write(chunk, at);
    at += bytesWritten;
  }
}
