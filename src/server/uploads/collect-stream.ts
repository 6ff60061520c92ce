import { collectChunks } from './collect-chunks.js';

/** Makes a file on the disk one of which no more lies in memory than who reads its stream holds. It stays a `File`. */
export function collectStream(file: File): File {
  const open = file.stream.bind(file);
  return Object.defineProperty(file, 'stream', {
    configurable: true,
    writable: true,
    value: () => collected(open()),
  });
}

function collected(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) {
        controller.close();
        // Who brought a buffer waits for it.
        controller.byobRequest?.respond(0);
        return;
      }
      collectChunks(value.byteLength);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
