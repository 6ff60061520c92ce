/** A test of `test/e2e` that one engine is not asked to pass, for a reason that is not ours. */
export interface Exception {
  engine: Engine;
  /** The test's own title, without the `describe` around it. */
  test: string;
  /** `driver`: nothing here can try it, and it is skipped. `engine`: it is run, and has to fail. */
  cause: 'driver' | 'engine';
  why: string;
}

export type Engine = 'Firefox' | 'WebKit';

/** The same list is a table in `docs/engines.md`; `exceptions.test.ts` compares them. */
export const exceptions: readonly Exception[] = [
  {
    engine: 'Firefox',
    test: 'E7: a click with Ctrl opens a tab, and that shows the result',
    cause: 'engine',
    why: 'Firefox opens a tab for links only: the button sends the form in its own tab.',
  },
  {
    engine: 'WebKit',
    test: 'E7: formtarget=_blank opens a tab, and that shows the result',
    cause: 'engine',
    why: 'WebKit says `Sec-Fetch-Site: cross-site` of a form that opens a tab, and the origin guard refuses it.',
  },
  {
    engine: 'WebKit',
    test: 'E7: a click with Ctrl opens a tab, and that shows the result',
    cause: 'engine',
    why: 'MiniBrowser opens a tab for links only: the button sends the form in its own tab.',
  },
  {
    engine: 'WebKit',
    test: 'N14: two tabs post at once, between other visits and prefetches, and each shows its own result',
    cause: 'driver',
    why: 'WebKit’s inspector opens no tab for Playwright, and one that a page opens gets no clicks and keys.',
  },
  {
    engine: 'WebKit',
    test: 'N16: back, and posted again as it was: the stored result without JavaScript',
    cause: 'driver',
    why: 'It needs the page cache of Back, out of which Playwright does not follow a page.',
  },
];

/** The exception that a test is on an engine; `undefined` for those that have to pass. */
export function exceptionOf(engine: string | undefined, title: string): Exception | undefined {
  return exceptions.find((exception) => exception.engine === engine && exception.test === title);
}
