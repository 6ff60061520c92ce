import { type BrowserContext, type Page, test as base } from '@playwright/test';
import { exceptionOf } from '../engines/exceptions.js';
import { type Engine, launchWebKit } from '../engines/webkit.js';
import { type AxeFinding, runAxe } from '../support/axe.js';

export { expect } from '@playwright/test';

/** What becomes of JavaScript: it runs, the browser has none, or every script fails to load. */
export type Mode = 'on' | 'off' | 'blocked';

/** Apps that are built and served for these tests, each project with a server and data of its own; and where they are. */
export const examples = {
  showcase: 'examples/showcase',
  minimal: 'examples/minimal',
  frameworks: 'examples/frameworks',
  site: 'test/fixtures/site',
  once: 'test/fixtures/once',
  router: 'test/fixtures/router',
} as const;
export type Example = keyof typeof examples;

/** Options that a project sets. */
export interface ModeOptions {
  mode: Mode;
}

/** Options that a project sets for all of its workers. */
export interface EngineOptions {
  /** Arguments of Debian's WebKit, which Playwright does not launch; `undefined` for the browsers that it does. */
  webkit: readonly string[] | undefined;
}

interface Fixtures {
  /** Marks the tests that the project's engine is not asked to pass: `test/engines/exceptions.ts`. */
  exception: void;
  /** Origin of an example in the mode of this test, without a slash at the end. */
  urlOf: (example: Example) => string;
  /** Uncaught errors and errors in the console. A test that leaves any fails. */
  problems: string[];
}

/**
 * Playwright's `test` with `mode` and `urlOf`; relative addresses are the showcase's. Every test also fails on an
 * uncaught error of a page.
 */
export const test = base.extend<ModeOptions & Fixtures, EngineOptions & { engine: Engine }>({
  webkit: [undefined, { option: true, scope: 'worker' }],
  engine: [
    async ({ webkit, browserName, playwright }, use) => {
      const engine = webkit ? await launchWebKit(webkit) : await playwright[browserName].launch();
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  exception: [
    async ({}, use, testInfo) => {
      const exception = exceptionOf(testInfo.project.metadata['engine'], testInfo.title);
      testInfo.skip(exception?.cause === 'driver', exception?.why ?? '');
      testInfo.fail(exception?.cause === 'engine', exception?.why ?? '');
      await use();
    },
    { auto: true },
  ],
  mode: ['on', { option: true }],
  urlOf: async ({}, use, { project }) => {
    await use((example) => {
      const url = process.env[urlVariable(example, project.name)];
      if (!url) throw new Error(`No server runs for ${examples[example]}`);
      return url;
    });
  },
  problems: [
    async ({ context }, use) => {
      const problems = collectProblems(context);
      await use(problems);
      base.expect(problems, 'uncaught errors, and errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  baseURL: async ({}, use, { project }) => use(process.env[urlVariable('showcase', project.name)]),
  context: async ({ engine, baseURL, ignoreHTTPSErrors, mode }, use) => {
    // The rest of the project's options are added by Playwright, to browsers that it launches.
    const context = await engine.newContext({ baseURL, ignoreHTTPSErrors });
    if (mode === 'blocked') {
      await context.route('**/*', (route) =>
        route.request().resourceType() === 'script' ? route.abort() : route.fallback(),
      );
    }
    await use(context);
    await context.close();
  },
});

/** Name of the environment variable that tells the workers of a project where an example is. */
export function urlVariable(example: Example, project: string): string {
  return `E2E_${example}_${project}`;
}

function collectProblems(context: BrowserContext): string[] {
  const problems: string[] = [];
  // Browsers log every answer that is no 2xx, and every script that a mode blocks; so does Astro for the components in it.
  const isExpected = /^Failed to load resource|\(script-src-elem\)|^\[astro-island\] .*Failed to fetch dynamically/;
  const add = (text: string) => isExpected.test(text) || problems.push(text);
  context.on('weberror', (event) => add(event.error().message));
  context.on('console', (message) => message.type() === 'error' && add(message.text()));
  return problems;
}

/** Runs axe on the page as it stands, whatever becomes of JavaScript in it; `[]` is what a test expects. */
export function axe(page: Page): Promise<AxeFinding[]> {
  return runAxe(page, test.info().project.use.javaScriptEnabled !== false);
}
