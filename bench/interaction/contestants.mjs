// Who is compared, and what they are asked to do.

/** @typedef {'ours' | 'by-hand' | 'by-hand-summary' | 'turbo'} ContestantName */
/** @typedef {'one' | 'all'} CaseName */

/**
 * `page`: of the benchmark's app. `summarizes`: lists all errors above the form too.
 * @typedef {{ name: ContestantName, title: string, page: string, summarizes: boolean }} Contestant
 */

/** @type {readonly Contestant[]} */
export const contestants = [
  { name: 'ours', title: 'astro-action-forms', page: '/ours', summarizes: true },
  { name: 'by-hand', title: 'by hand', page: '/by-hand', summarizes: false },
  { name: 'by-hand-summary', title: 'by hand, with a summary', page: '/by-hand-summary', summarizes: true },
  { name: 'turbo', title: 'Turbo', page: '/turbo', summarizes: true },
];

/** How many of the 200 fields are wrong. @type {readonly { name: CaseName, title: string, wrong: number }[]} */
export const cases = [
  { name: 'one', title: '1 field of 200 is wrong', wrong: 1 },
  { name: 'all', title: 'all 200 are', wrong: 200 },
];
