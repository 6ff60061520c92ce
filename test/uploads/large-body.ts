export const MB = 1_000_000;

const boundary = 'XX';
const block = Buffer.from(Array.from({ length: 64 * 1024 }, (_, index) => (index * 7919) % 251));

/** Of a form that one file is sent with, from this site. */
export const headers = {
  'sec-fetch-site': 'same-origin',
  'content-type': `multipart/form-data; boundary=${boundary}`,
} as const;

/** What stands before the file. */
export const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: a/b\r\n\r\n`;
/** What stands after it. */
export const tail = `\r\n--${boundary}--\r\n`;

/** The bytes of a file, in blocks: neither side holds all of it. */
export function* content(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= block.length) yield block.subarray(0, Math.min(left, block.length));
}
