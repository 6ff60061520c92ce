// A process of its own for one contestant: checks what it makes of every shape, then times it. Prints one line of JSON.
import { readdirSync } from 'node:fs';
import { describe, firstDifference } from './difference.mjs';
import { spell, toReady, toSent } from './form-model.mjs';
import { measure } from './measure.mjs';
import { shapes } from './shapes.mjs';

/** @typedef {import('./shapes.mjs').Shape} Shape */
/** @typedef {import('./contestants/contestant.mjs').Parser<unknown>} Parser */
/** What came out for one shape: the time of one form in microseconds, or what the contestant gave instead of the result. */
/** @typedef {{ time: number } | { failed: string }} Measured */
/** @typedef {{ file: string, shapes: readonly string[], budget: import('./measure.mjs').Budget, build: string }} Order `build`: the folder of our own build. */
/** @typedef {{ name: string, role: 'ours' | 'peer' | 'bound', results: Record<string, Measured> }} Report */

/** The files of all contestants. */
export function contestantFiles() {
  const files = readdirSync(new URL('contestants/', import.meta.url));
  return files.filter((file) => file.endsWith('.mjs') && file !== 'contestant.mjs');
}

/**
 * @param {Order} order
 * @returns {Promise<Report>}
 */
async function carryOut(order) {
  /** @type {{ default: import('./contestants/contestant.mjs').Contestant<unknown> }} */
  const { default: contestant } = await import(`./contestants/${order.file}`);
  /** @type {Record<string, Measured>} */
  const results = {};
  for (const name of order.shapes) {
    const shape = shapes.find((candidate) => candidate.name === name);
    if (!shape) throw new Error(`No shape is called ${name}`);
    results[name] = await run(contestant, shape, order.budget);
  }
  return { name: contestant.name, role: contestant.role, results };
}

/**
 * @param {import('./contestants/contestant.mjs').Contestant<unknown>} contestant
 * @param {Shape} shape
 * @param {import('./measure.mjs').Budget} budget
 * @returns {Promise<Measured>}
 */
async function run(contestant, shape, budget) {
  try {
    const parser = contestant.toParser(shape);
    const makeForm = formMaker(shape, parser);
    const failed = check(shape, parser.outcome(await parser.parse(makeForm())));
    return failed ? { failed } : { time: await measure(parser.parse, makeForm, budget) };
  } catch (error) {
    // a contestant that throws has failed the shape, and the table says with what
    return { failed: describe(error) };
  }
}

/** From here on a text is shared by all forms: copies of it would leave no room for a batch. */
const LONG_TEXT = 10_000;

/**
 * Makes forms of strings that nobody has looked at yet: names and texts come out of bytes, as they do in a request.
 * @param {Shape} shape
 * @param {Parser} parser
 */
function formMaker({ model, typed }, parser) {
  const toName = parser.spell ?? spell;
  const pairs = toSent(model, typed).map(({ path, kind, text }) => ({
    name: Buffer.from(toName(path, kind)),
    text: text.length < LONG_TEXT ? Buffer.from(text) : text,
  }));
  const makeForm = () => {
    const form = new FormData();
    for (const { name, text } of pairs) {
      form.append(name.toString('latin1'), typeof text === 'string' ? text : text.toString('latin1'));
    }
    return form;
  };
  if (parser.readsForm !== false) return makeForm;
  const form = makeForm();
  return () => form;
}

/**
 * @param {Shape} shape
 * @param {import('./contestants/contestant.mjs').Outcome} outcome
 * @returns {string | undefined} What is wrong.
 */
function check({ model, typed, errors }, outcome) {
  if (errors && 'data' in outcome) return 'takes it as valid';
  if ('data' in outcome) return firstDifference(toReady(model, typed), outcome.data);
  const names = [...new Set(outcome.errors)].toSorted();
  if (!errors)
    return `refuses ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
  const wrong = [
    ...errors.filter((name) => !names.includes(name)).map((name) => `takes ${name}`),
    ...names.filter((name) => !errors.includes(name)).map((name) => `refuses ${name}`),
  ];
  return wrong.length > 0 ? wrong.join(', ') : undefined;
}

if (import.meta.main) {
  // the order comes from run.mjs
  const order = /** @type {Order} */ (JSON.parse(process.argv[2] ?? ''));
  process.env.BENCH_DIST = order.build;
  console.log(JSON.stringify(await carryOut(order)));
  // some peers keep timers
  process.exit();
}
