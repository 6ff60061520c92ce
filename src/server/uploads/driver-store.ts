import { withinTime } from '../store/within-time.js';
import { parseStoredName } from './stored-name.js';
import type { UploadStore } from './upload-store.js';

type Maybe<T> = T | Promise<T>;

/** What we use of a driver or a storage of unstorage. */
export interface UnstorageFiles {
  getItem(key: string): Maybe<unknown>;
  setItem(key: string, value: string, options?: { ttl: number }): Maybe<unknown>;
  removeItem(key: string): Maybe<unknown>;
  getKeys(base: string, options?: object): Maybe<readonly string[]>;
}

/** Bytes of a piece. Drivers take whole values, so that a file goes in pieces: no more than one of them is in memory. */
export const PIECE = 384 * 1024;

const BASE = 'action-forms-uploads';
/** Milliseconds that an operation may take. */
const TIMEOUT = 5000;

/** Kept files on a driver or a storage of unstorage. They are read through the disk, as files that are sent are. */
export function createDriverUploads(items: UnstorageFiles): UploadStore {
  const within = <T>(run: () => Maybe<T>) =>
    withinTime(TIMEOUT, `The driver did not answer within ${TIMEOUT} ms.`, async () => run());

  return {
    async put(name, file) {
      const ttl = Math.max(1, Math.ceil(((parseStoredName(name)?.expires ?? 0) - Date.now()) / 1000));
      let index = 0;
      for await (const piece of piecesOf(file)) {
        const key = keyOf(name, index);
        await within(() => items.setItem(key, toText(piece), { ttl }));
        index += 1;
      }
      return false;
    },
    async get(name, spool) {
      const sink = spool.sink();
      for (let index = 0; index < countOf(name); index += 1) {
        const piece = toBytes(await within(() => items.getItem(keyOf(name, index))));
        if (piece === undefined) return undefined;
        await sink.write(piece);
      }
      const file = await sink.end('', '');
      return file.size === parseStoredName(name)?.size ? file : undefined;
    },
    async remove(name) {
      for (let index = 0; index < countOf(name); index += 1) await within(() => items.removeItem(keyOf(name, index)));
    },
    async names() {
      const keys = await within(() => items.getKeys(`${BASE}:`, {}));
      return [...new Set(keys.flatMap((key) => PIECE_OF.exec(key)?.[1] ?? []))];
    },
  };
}

/** An empty file has a piece too: otherwise it could not be told from one that is gone. */
function countOf(name: string): number {
  return Math.max(1, Math.ceil((parseStoredName(name)?.size ?? 0) / PIECE));
}

async function* piecesOf(file: File): AsyncGenerator<Buffer> {
  for (let at = 0; at === 0 || at < file.size; at += PIECE)
    yield Buffer.from(await file.slice(at, at + PIECE).arrayBuffer());
}

/** Drivers have separators of their own. */
const PIECE_OF = /(?:^|[^\w.-])(kept\.[\w.-]+)\.\d+$/;

function keyOf(name: string, index: number): string {
  return `${BASE}:${name}.${index}`;
}

/** Text, which every driver takes; not JSON, which a storage would parse on the way back. */
function toText(piece: Buffer): string {
  return `base64 ${piece.toString('base64')}`;
}

function toBytes(item: unknown): Buffer | undefined {
  const [head, text = ''] = typeof item === 'string' ? item.split(' ') : [];
  return head === 'base64' ? Buffer.from(text, 'base64') : undefined;
}
