// `npm test`: everything, in the order in which failures are cheapest, ended by one line that counts all of it.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browser.mjs';
import { check } from './check.mjs';
import { ensurePrograms, testPrograms } from './debian.mjs';
import { root, show } from './run.mjs';
import { size } from './size.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const results = join(root, 'test-results');

/** @type {readonly { name: string, run: () => Promise<Count> }[]} */
const suites = [
  { name: 'build', run: build },
  { name: 'check', run: check },
  { name: 'unit (Zod 4.6 and 4.5), types, components, client, apps', run: vitest },
  { name: 'e2e: JavaScript on, off, blocked', run: () => playwright('playwright.config.ts', 'e2e.json') },
  { name: 'engines: Firefox, WebKit', run: () => playwright('engines.config.ts', 'engines.json') },
  { name: 'size', run: size },
];

ensureBrowsers();
ensurePrograms(testPrograms);
rmSync(results, { recursive: true, force: true });

const total = { passed: 0, failed: 0 };
for (const { name, run } of suites) {
  console.log(`\n── ${name}`);
  const { passed, failed } = await run().catch(suiteFailed);
  console.log(`── ${name}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** @returns {Promise<Count>} */
async function build() {
  const code = await show('npm', ['run', '--silent', 'build']);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @returns {Promise<Count>} */
async function vitest() {
  const file = join(results, 'vitest.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const code = await show('vitest', ['run', ...reporters]);
  const { numPassedTests, numFailedTests } = readReport(file) ?? { numPassedTests: 0, numFailedTests: 0 };
  return counted(code, { passed: numPassedTests, failed: numFailedTests });
}

/**
 * @param {string} config
 * @param {string} report that the config's reporter leaves in test-results
 * @returns {Promise<Count>}
 */
async function playwright(config, report) {
  const code = await show('playwright', ['test', '--config', config]);
  const { stats } = readReport(join(results, report)) ?? { stats: { expected: 0, unexpected: 0, flaky: 0 } };
  return counted(code, { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

/**
 * A suite that ends badly without a failed test, because a file does not load for instance, is one failure.
 * @param {number} code
 * @param {Count} count
 * @returns {Count}
 */
function counted(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {unknown} error
 * @returns {Count}
 */
function suiteFailed(error) {
  console.error(error);
  return { passed: 0, failed: 1 };
}
