import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** One entry of a form as the server received it: its name, then its text or what its file is. */
export type Received = readonly [name: string, value: string];

/** Fields of ours that are sealed anew with every page. That they are there, and where, is the same. */
const sealed = new Set(['_action_form', '_action_key']);

/**
 * Reads the raw body of a post as a server does. In an URL-encoded body a file that was not chosen is not there; in a
 * multipart one it is an entry without a name and without bytes. Both mean the same to HTML's own forms and are left out.
 */
export async function readPost(headers: IncomingHttpHeaders, body: Buffer): Promise<Received[]> {
  const type = { 'content-type': String(headers['content-type']) };
  const data = await new Response(new Uint8Array(body), { headers: type }).formData();
  const entries: Received[] = [];
  for (const [name, value] of data) {
    if (typeof value === 'string') entries.push([name, sealed.has(name) && value !== '' ? '(sealed)' : value]);
    else if (value.name !== '' || value.size > 0) entries.push([name, await describeFile(value)]);
  }
  return entries;
}

async function describeFile(file: File): Promise<string> {
  const hash = createHash('sha256')
    .update(await file.bytes())
    .digest('hex');
  return `file ${file.name}, ${file.type}, ${file.size} bytes, ${hash}`;
}
