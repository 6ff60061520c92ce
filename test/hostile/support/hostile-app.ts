import { parse } from 'devalue';
import { expect } from 'vitest';
import { formatPath } from '../../../src/shared/path.js';
import type { Limits } from '../../../src/submission/limits.js';
import { type App, startApp } from '../../support/app.js';
import type { HostileBody, Outcome } from './body.js';

/** What the server process says of itself. */
export interface Health {
  readonly runs: number;
  readonly pollution: readonly string[];
  /** Milliseconds of CPU time of the longest turn of its event loop since this was asked last. */
  readonly longestTurn: number;
}

/** The fixture app of these tests, built and served. */
export interface HostileApp extends App {
  health(): Promise<Health>;
  /** Posts a body to an action as the island does. */
  call(body: HostileBody): Promise<Response>;
  /** Posts a body to an action as a browser does of itself. */
  post(body: HostileBody): Promise<Response>;
}

export async function startHostileApp(): Promise<HostileApp> {
  const app = await startApp('test/fixtures/hostile');
  const send = (path: string, { body, type }: HostileBody) =>
    app.fetch(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', 'content-type': type } });
  return {
    ...app,
    health: async () => (await app.fetch('/health.json')).json(),
    call: (body) => send(`/_actions/${body.action}`, body),
    post: (body) => send(`/?_action=${body.action}`, body),
  };
}

/** What people are told past a limit. */
const told: Readonly<Record<keyof Limits, RegExp>> = {
  names: /^The form has too many fields\. Send at most [\d,]+\.$/,
  files: /^Choose at most \d+ files\.$/,
  nameLength: /^The form could not be read\./,
  depth: /^The form could not be read\./,
  index: /^A list has too many rows\. There can be no more than [\d,]+\.$/,
};

/** Checks that an answer of an action is what has to come of a body. */
export async function expectAnswer(response: Response, outcome: Outcome): Promise<void> {
  const text = await response.text();
  if ('data' in outcome) {
    expect(response.status, text.slice(0, 500)).toBe(200);
    expect(parse(text)).toEqual(outcome.data);
  } else if ('errors' in outcome) {
    expect(response.status, text.slice(0, 500)).toBe(400);
    const { issues } = JSON.parse(text) as { issues: { path: (string | number)[] }[] };
    expect(issues.map(({ path }) => formatPath(path)).toSorted()).toEqual([...outcome.errors].toSorted());
  } else if ('limit' in outcome) {
    expect([400, 413]).toContain(response.status);
    expect(JSON.parse(text)).toMatchObject({ message: expect.stringMatching(told[outcome.limit]) });
  } else {
    expect(response.status, text.slice(0, 500)).toBe(outcome.refused);
  }
}

/** The status of a native post for an outcome. */
export function nativeStatus(outcome: Outcome): readonly number[] {
  if ('data' in outcome) return [303];
  if ('errors' in outcome) return [400];
  if ('limit' in outcome) return [400, 413];
  return [outcome.refused];
}
