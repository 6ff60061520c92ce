import type { FormRecord } from '../../../src/server/record.js';
import { readRecord, sealRecord } from '../../../src/server/record.js';
import { readCarried } from '../../../src/server/carry/carry.js';
import { newKey, openKey } from '../../../src/server/once/one-time-key.js';
import { openOutcome, sealOutcome } from '../../../src/server/once/outcome.js';
import { openToken, sealToken, type TokenPlace } from '../../../src/server/uploads/kept-token.js';
import { BINDING_COOKIE, RECORD_FIELD, RESULT_COOKIE } from '../../../src/shared/wire.js';
import { Jar } from './support.js';

/** A browser that has one result, in its cookie. */
export interface Browser {
  readonly jar: Jar;
  readonly id: string;
  /** The sealed result by itself, with the name of the binding in front. */
  readonly sealed: string;
}

/** Something that is sealed for one purpose: the seal alone, and whether another text passes for it. */
export interface SealedKind {
  readonly title: string;
  seal(mine: Browser): string;
  isAccepted(sealed: string, mine: Browser): Promise<boolean>;
}

const record: FormRecord = { action: 'note', form: 'note' };
const claim = 'action-form:once:claim';

/** Where a kept file belongs. */
export const place: TokenPlace = { action: 'note', field: { name: 'file', path: ['file'], isMultiple: false } };

/** All that is sealed or signed, each with what surrounds it, so that nothing but the seal tells one from another. */
export const sealedKinds: readonly SealedKind[] = [
  {
    title: 'a result',
    seal: ({ sealed }) => sealed.slice(sealed.indexOf('.') + 1),
    isAccepted: async (sealed, { jar, id }) => {
      const changed = new Jar(jar).set(`${RESULT_COOKIE}0`, `${id}.${bindingName(jar)}.${sealed}`) as Jar;
      return (await readCarried(changed.request(), id)) !== undefined;
    },
  },
  {
    title: 'a record',
    seal: () => sealRecord(record),
    isAccepted: async (sealed) => {
      const form = new FormData();
      form.set(RECORD_FIELD, sealed);
      return readRecord(form).status === 'intact';
    },
  },
  { title: 'a one-time key', seal: newKey, isAccepted: async (sealed) => openKey([sealed]) !== undefined },
  {
    title: 'an outcome',
    seal: () => outcomeOf(claim),
    isAccepted: async (sealed) => openOutcome(sealed, claim) !== undefined,
  },
  {
    title: 'a kept file',
    seal: (mine) => tokenOf(mine).slice('kept.'.length + 6),
    isAccepted: async (sealed, { jar }) => isToken(`kept.${bindingName(jar)}.${sealed}`, jar),
  },
];

export function outcomeOf(name: string): string {
  return sealOutcome({ result: { type: 'empty', status: 204 } }, name, 60);
}

export function tokenOf({ jar }: Pick<Browser, 'jar'>): string {
  const file = { stored: 'stored', name: 'a.txt', type: 'text/plain' };
  return sealToken(jar.request(), file, { place, ttl: 60 });
}

export function isToken(token: string, jar: Jar, at = place): boolean {
  return openToken(jar.request(), token, at) !== undefined;
}

function bindingName(jar: Jar): string {
  return jar.get(BINDING_COOKIE)!.slice(0, 5);
}
