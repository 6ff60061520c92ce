import type { APIRequestContext } from '@playwright/test';

/** How often a handler of the fixture has run. */
export async function runsOf(request: APIRequestContext, url: string, action: string): Promise<number> {
  const runs: Record<string, number> = await (await request.get(`${url}/runs.json`)).json();
  return runs[action] ?? 0;
}

/** What a handler of the fixture was last given. */
export async function lastOf(request: APIRequestContext, url: string, action: string): Promise<unknown> {
  return (await request.get(`${url}/input.json?action=${action}`)).json();
}
