// `npm run bench:http`: submissions through whole servers, ours beside plain Astro. Options: --json, --quick, --rounds=4 (of
// each sitting), --sittings=3, --only=memory,astro (builds), --cases=island,invalid, --profile='ours, components' (where the
// time goes, instead).
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/built.mjs';
import { startRedis } from '../../test/support/redis.ts';
import { cases } from './cases.mjs';
import { builds, contestants } from './contestants.mjs';
import { Course } from './measure.mjs';
import { toReport } from './profile.mjs';
import { buildApp, startServer } from './server.mjs';
import { shuffle } from '../shuffle.mjs';
import { summarize } from './summary.mjs';
import { toMarkdown, toProfiles } from './tables.mjs';

/** @typedef {import('./contestants.mjs').CaseName} CaseName */
/** @typedef {import('./server.mjs').Server} Server */
/** @typedef {{ contestant: string, case: CaseName, course: Course, server: Server }} Entry */
/** @typedef {{ contestant: string, case: CaseName, time: import('./measure.mjs').Time }} Measured */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    sittings: { type: 'string' },
    only: { type: 'string' },
    cases: { type: 'string' },
    profile: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
/** How often all servers are started anew: what V8 makes of the same code differs from process to process. */
const sittings = Number(options.sittings ?? (options.quick ? 1 : 3));
/**
 * Submissions of a contestant in a case before anything counts: V8 goes on optimizing their code for some six thousand, and
 * as many for everyone, so that who is slower in the beginning is not measured at an earlier stage.
 */
const warmUpSubmissions = options.quick ? 1500 : 8000;
/** And again before each round, as caches belong to who came before: in turns too, so that nobody waits longer than others. */
const rewarm = { turns: 2, submissions: 250 };
/** How often it is a contestant's turn in each round of a case: the machine's own speed changes from second to second. */
const turns = options.quick ? 3 : 8;
/** Milliseconds of processor time that a contestant spends on a case in each turn, and under the profiler. */
const budget = options.quick ? { timed: 100, profiled: 1500 } : { timed: 150, profiled: 4000 };
const chosen = options.only?.split(',') ?? (options.profile ? buildsOf(profiled()) : Object.keys(builds));

await ensureBuilt();
const redis = chosen.includes('redis') ? await startRedis() : undefined;
/** Where the builds are. @type {Map<string, string>} */
const folders = new Map();
/** @type {Entry[]} */
const entries = [];
try {
  await build();
  await (options.profile ? profile() : compare());
} finally {
  await leave();
  await redis?.stop();
}

/** The contestant that `--profile` names. */
function profiled() {
  const found = contestants.find(({ name }) => name === options.profile);
  if (found !== undefined) return found;
  throw new Error(
    `No contestant is called ${options.profile}. There are: ${contestants.map(({ name }) => name).join('; ')}`,
  );
}

/** @param {import('./contestants.mjs').Contestant} contestant */
function buildsOf({ build: own, cases: targets }) {
  return [own, ...Object.values(targets).flatMap(({ build: other }) => other ?? [])];
}

async function build() {
  for (const [name, app] of Object.entries(builds)) {
    if (!chosen.includes(name)) continue;
    console.error(`Building ${name} …`);
    folders.set(name, await buildApp(name, app));
  }
}

async function compare() {
  /** @type {Measured[][]} */
  const results = [];
  for (let sitting = 1; sitting <= sittings; sitting += 1) {
    await enter();
    await warmUp();
    for (let round = 1; round <= rounds; round += 1) {
      results.push(await runRound());
      console.error(`sitting ${sitting} of ${sittings}, round ${round} of ${rounds}`);
    }
    await leave();
  }
  const summary = summarize(results);
  console.log(options.json ? JSON.stringify(summary, null, 2) : toMarkdown(summary));
}

/** A profile of every case of one contestant. */
async function profile() {
  await enter();
  await warmUp();
  /** @type {Record<string, import('./profile.mjs').Report>} */
  const reports = {};
  for (const { case: name, course, server } of entries) {
    await server.startProfile();
    await course.run(budget.profiled);
    reports[name] = toReport(await server.stopProfile());
  }
  console.log(options.json ? JSON.stringify(reports, null, 2) : toProfiles(reports));
}

async function warmUp() {
  for (const { course } of shuffle(entries)) await course.warmUp(warmUpSubmissions);
}

/**
 * Everyone has a process of its own in each case, so that nobody pays for what another one has left in memory, and has to
 * give the right answers: before anything is timed, and ever after.
 */
async function enter() {
  const asked = options.cases?.split(',');
  for (const { name, build, cases: targets, empty = false } of contestants) {
    if (options.profile !== undefined && name !== options.profile) continue;
    for (const one of cases) {
      const target = targets[one.name];
      const folder = folders.get(target?.build ?? build);
      if (!target || !folder || asked?.includes(one.name) === false) continue;
      const server = await startServer(folder, redis ? { REDIS_URL: redis.url } : {});
      const course = new Course(server, one, target, !empty);
      entries.push({ contestant: name, case: one.name, course, server });
      await course.start();
    }
  }
}

async function leave() {
  const left = entries.splice(0);
  for (const { course } of left) course.end();
  await Promise.all(left.map(({ server }) => server.stop()));
}

/** Every contestant in every case. A case is measured in one go and in short turns, so that what is compared is close in time. */
async function runRound() {
  /** @type {Measured[]} */
  const round = [];
  for (const one of shuffle(cases)) {
    const taking = entries.filter(({ case: name }) => name === one.name);
    for (let turn = 0; turn < rewarm.turns; turn += 1) {
      for (const { course } of shuffle(taking)) await course.warmUp(rewarm.submissions);
    }
    for (let turn = 0; turn < turns; turn += 1) {
      for (const { course } of shuffle(taking)) await course.run(budget.timed);
    }
    for (const { contestant, course } of taking) round.push({ contestant, case: one.name, time: course.take() });
  }
  return round;
}
