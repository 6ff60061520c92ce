import { expect } from 'vitest';
import { formatPath } from '../../../src/shared/path.js';
import { outlineMultipart } from '../../../src/server/multipart.js';
import { SubmissionLimitError, type Limits } from '../../../src/submission/limits.js';
import { parseSubmission, type Submission } from '../../../src/submission/parse.js';
import { formats, keyed, loose, open, strict, tree, upload } from '../../fixtures/hostile/src/schemas.js';
import { type ActionName, type HostileBody, URL_ENCODED } from './body.js';

const schemas = { open, strict, loose, keyed, upload, formats, tree } satisfies Record<ActionName, unknown>;

/** As the fixture's configuration says. */
const limits: Partial<Limits> = { files: 20 };

/** Checks that the decoder alone, without a server, makes of a body what has to come of it. */
export async function expectDecoded(hostile: HostileBody): Promise<void> {
  const { outcome } = hostile;
  const form = await toForm(hostile);
  if ('refused' in outcome) return expect(form).toBeUndefined();
  if (form === undefined) throw new Error('The platform does not read this body');
  const decode = () => withinAMoment(() => parseSubmission(schemas[hostile.action], form, { limits }));
  if ('limit' in outcome) {
    expect(decode).toThrow(SubmissionLimitError);
    expect(decode).toThrow(expect.objectContaining({ limit: outcome.limit }));
    return;
  }
  const submission: Submission = await decode();
  expect(Object.getPrototypeOf(submission.values)).toBeNull();
  if ('data' in outcome)
    expect(submission.valid ? await described(submission.data) : submission.issues).toEqual(outcome.data);
  else
    expect(submission.valid ? [] : submission.issues.map(({ path }) => formatPath(path)).toSorted()).toEqual(
      [...outcome.errors].toSorted(),
    );
}

/** Milliseconds of processor time that no body may take. */
const AT_MOST = 250;

/** Looks twice, since what else a machine has to do may be counted once. */
function withinAMoment<T>(decode: () => T): T {
  const start = process.cpuUsage();
  try {
    return decode();
  } finally {
    if (since(start) > AT_MOST) {
      const again = process.cpuUsage();
      try {
        decode();
      } catch {
        // what it throws was looked at
      }
      expect(since(again)).toBeLessThan(AT_MOST);
    }
  }
}

/** Milliseconds of processor time. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** `undefined`: no form. */
async function toForm({ type, body }: HostileBody): Promise<FormData | URLSearchParams | undefined> {
  if (type === URL_ENCODED) {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
    return new URLSearchParams(`?${text}`);
  }
  const boundary = /boundary="?([^";]*)/i.exec(type)?.[1];
  const bytes = Buffer.from(body);
  if (boundary && outlineMultipart(bytes.toString('latin1'), boundary) === undefined) return undefined;
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined);
}

/** Files as the fixture's handler describes them. */
async function described(data: unknown): Promise<unknown> {
  if (data instanceof File) return { name: data.name, type: data.type, size: data.size, text: await data.text() };
  if (Array.isArray(data)) return Promise.all(data.map(described));
  if (typeof data !== 'object' || data === null || data instanceof Date) return data;
  const entries = await Promise.all(
    Object.entries(data).map(async ([key, value]) => [key, await described(value)] as const),
  );
  return Object.fromEntries(entries);
}
