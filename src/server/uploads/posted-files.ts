import type { APIContext } from 'astro';
import { hasFiles } from '../../schema/control.js';
import type { SchemaNode } from '../../schema/node.js';
import type { FormIssue } from '../../shared/issue.js';
import { isUntouched } from '../../submission/index-entries.js';
import { messages } from '../locale.js';
import { createNotes } from '../notes.js';
import { logError } from '../log.js';
import { fileFieldOf, type FileField } from './file-fields.js';
import { looksLikeToken, openToken, type KeptFile } from './kept-token.js';
import { spoolOf } from './request-spool.js';
import type { Spool } from './spool.js';
import { uploadStore } from './store.js';

/** By whom a form was posted, and whose it is: that of the action of its page. */
export interface Poster {
  readonly context: Pick<APIContext, 'cookies' | 'url' | 'locals'>;
  readonly action: string;
}

/** A form with files in the place of the tokens that stand for them. */
export interface FormWithFiles {
  readonly form: FormData;
  /** What was kept of an earlier submission. */
  readonly kept: ReadonlyMap<File, KeptFile & { readonly token: string }>;
  /** Names in the store of files that new ones take the place of. */
  readonly replaced: readonly string[];
  /** What is said where a token stands for nothing. */
  readonly lost: readonly FormIssue[];
}

const posters = createNotes<FormData, Poster>('poster');
const read = new WeakMap<FormData, Map<SchemaNode, Promise<FormWithFiles>>>();

export function notePoster(form: FormData, poster: Poster): void {
  posters.set(form, poster);
}

export function posterOf(form: FormData): Poster | undefined {
  return posters.get(form);
}

/** Puts files in the place of tokens, once. A form that nobody posted, such as one of a direct call, stays as it is. */
export function withFiles(form: FormData, root: SchemaNode): Promise<FormWithFiles> {
  const poster = posters.get(form);
  if (poster === undefined || !hasFiles(root)) return Promise.resolve(asItIs(form));
  let known = read.get(form);
  if (known === undefined) read.set(form, (known = new Map()));
  let files = known.get(root);
  if (files === undefined) known.set(root, (files = replaceTokens(form, root, poster)));
  return files;
}

/** Deletes what was kept and has been handed to a handler now, and what was not meant any more. */
export async function dropKept(form: FormData): Promise<void> {
  const known = read.get(form);
  if (known === undefined) return;
  const all = await Promise.all(known.values());
  const names = all.flatMap(({ kept, replaced }) => [...replaced, ...[...kept.values()].map(({ stored }) => stored)]);
  await Promise.all([...new Set(names)].map(dropStored));
}

/** That a file stays for some time longer is no reason to fail. */
export async function dropStored(name: string): Promise<void> {
  try {
    await uploadStore().remove(name);
  } catch (exception) {
    logError('A kept file could not be deleted:', exception);
  }
}

function asItIs(form: FormData): FormWithFiles {
  return { form, kept: new Map(), replaced: [], lost: [] };
}

async function replaceTokens(form: FormData, root: SchemaNode, poster: Poster): Promise<FormWithFiles> {
  if (![...form.values()].some((value) => typeof value === 'string' && looksLikeToken(value))) return asItIs(form);
  const renewed = new Set(newFiles(form, root));
  const all = new FormData();
  const kept = new Map<File, KeptFile & { readonly token: string }>();
  const replaced: string[] = [];
  const lost = new Map<string, FormIssue>();
  const blobOf = blobReader(spoolOf(poster.context));
  for (const [name, value] of form) {
    const field = typeof value === 'string' ? fileFieldOf(root, name) : undefined;
    // An untouched control, as a client writes it that leaves out its name.
    if (field !== undefined && value === '') continue;
    if (field === undefined || typeof value !== 'string' || !looksLikeToken(value)) {
      all.append(name, value);
      continue;
    }
    const opened = openToken(poster.context, value, { action: poster.action, field });
    // Of one file the new one is meant.
    if (renewed.has(field.name)) {
      if (opened !== undefined) replaced.push(opened.stored);
      continue;
    }
    const blob = opened && (await blobOf(opened.stored));
    if (opened === undefined || blob === undefined) {
      lost.set(field.name, gone(field, name));
      continue;
    }
    const file = new File([blob], opened.name, { type: opened.type });
    kept.set(file, { ...opened, token: value });
    all.append(name, file);
  }
  return { form: all, kept, replaced, lost: [...lost.values()] };
}

/** The fields of one file for which a new one was chosen. */
function newFiles(form: FormData, root: SchemaNode): string[] {
  return [...form].flatMap(([name, value]) => {
    const field = typeof value === 'string' || isUntouched(value) ? undefined : fileFieldOf(root, name);
    return field === undefined || field.isMultiple ? [] : [field.name];
  });
}

/** Reads each file once, however often its token was sent. A store that fails is not asked again. */
function blobReader(spool: Spool): (stored: string) => Promise<Blob | undefined> {
  const known = new Map<string, Blob | undefined>();
  let isDown = false;
  return async (stored) => {
    if (known.has(stored) || isDown) return known.get(stored);
    try {
      known.set(stored, await uploadStore().get(stored, spool));
    } catch (exception) {
      logError('A kept file could not be read:', exception);
      isDown = true;
    }
    return known.get(stored);
  };
}

function gone({ name, path }: FileField, sent: string): FormIssue {
  const issue = { path: [...path], code: 'custom', message: messages().fileGone };
  return sent === name ? issue : { ...issue, name: sent };
}
