import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';
import { ensureXdotool } from '../../scripts/browser.mjs';

/** A window on an X display. */
export interface Window {
  display: string;
  pid: number;
}

type ClickOptions = NonNullable<Parameters<Locator['click']>[0]>;
type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;
type Point = Pick<Box, 'x' | 'y'>;

const run = promisify(execFile);
const windows = new WeakMap<Page, Window>();
const keyNames: Record<string, string> = { Enter: 'Return', Space: 'space', Control: 'ctrl', Shift: 'shift' };

/**
 * Where Playwright drives WebKit through its inspector, it makes the events of keys and clicks in the page, and no page
 * does with those all that it does for a person. From here on they are the window system's.
 */
export async function giveRealInput(page: Page, window: Window): Promise<void> {
  windows.set(page, window);
  await focusView(window);
  page.keyboard.press = (key) => press(page, key);
  page.keyboard.type = (text) => type(page, text);
  page.mouse.click = (x, y) => clickAt(page, { x, y }, ['click', '1']);
  page.setViewportSize = (size) => resize(page, size);
  askAgainWhereLeft(page, ['evaluate']);
  changeLocators(page.locator('*'));
}

export function hasRealInput(page: Page): boolean {
  return windows.has(page);
}

/**
 * Answers a question of the browser's own. Playwright is not told of it, yet it shows: a page does nothing at all from when
 * its browser asks until the key is pressed.
 */
export async function answerByKey(page: Page, key: string): Promise<void> {
  let life = Promise.resolve();
  const isHeld = async () => {
    life = page.evaluate(() => undefined).catch(() => undefined);
    return Promise.race([life.then(() => false), sleep(1_500).then(() => true)]);
  };
  await expect.poll(isHeld, { message: 'the browser asks', timeout: 10_000 }).toBe(true);
  await xdotool(windowOf(page), ['key', keyNames[key] ?? key]);
  const isOver = await Promise.race([life.then(() => true), sleep(1_500).then(() => false)]);
  expect(isOver, 'the question is answered').toBe(true);
}

/** All locators share a prototype; those of pages without a window of ours are left as they are. */
function changeLocators(sample: Locator): void {
  // why: getPrototypeOf knows no types
  const prototype = Object.getPrototypeOf(sample) as Locator;
  if (Object.hasOwn(prototype, 'isReal')) return;
  Object.defineProperty(prototype, 'isReal', { value: true });
  const { click, dblclick, fill, press: pressed } = prototype;
  prototype.click = async function (this: Locator, options: ClickOptions = {}) {
    if (!windows.has(this.page())) return click.call(this, options);
    const place = await aim(this, click, options);
    await clickAt(this.page(), place, ['click', '1'], options.modifiers);
  };
  prototype.dblclick = async function (this: Locator, options: ClickOptions = {}) {
    if (!windows.has(this.page())) return dblclick.call(this, options);
    const place = await aim(this, click, options);
    await clickAt(this.page(), place, ['click', '--repeat', '2', '--delay', '20', '1']);
  };
  prototype.press = async function (this: Locator, key, options) {
    if (!windows.has(this.page())) return pressed.call(this, key, options);
    await this.focus();
    await press(this.page(), key);
  };
  prototype.fill = async function (this: Locator, value, options) {
    if (value !== '' || !windows.has(this.page())) return fill.call(this, value, options);
    await this.focus();
    await this.selectText();
    await press(this.page(), 'Delete');
  };
  askAgainWhereLeft(prototype, ['evaluate', 'evaluateAll', 'count']);
}

/**
 * Playwright's click lasts until what it makes the page go to has begun, that of the window system does not: a question that
 * comes meanwhile may be put to a page that is being left, and is put to the next one.
 */
function askAgainWhereLeft(asker: object, methods: readonly string[]): void {
  for (const name of methods) {
    const ask: (...given: unknown[]) => Promise<unknown> = Reflect.get(asker, name);
    Reflect.set(asker, name, async function (this: unknown, ...given: unknown[]) {
      for (let times = 1; ; times++) {
        try {
          return await Reflect.apply(ask, this, given);
        } catch (error) {
          if (times === 3 || !/Execution context was destroyed/.test(String(error))) throw error;
        }
      }
    });
  }
}

/**
 * Waits until the element can be clicked, as Playwright does, and puts the pointer over it. A page that has only just been
 * laid out takes the press of a button for one on what was there before: its engine has to say that it sees the pointer. What
 * has moved meanwhile, as a page that still scrolls, is aimed at again.
 */
async function aim(locator: Locator, click: Locator['click'], options: ClickOptions): Promise<Point> {
  await click.call(locator, { ...options, trial: true });
  const page = locator.page();
  let place: Point = { x: 0, y: 0 };
  await expect(async () => {
    const box = await restOf(locator);
    const { x, y } = options.position ?? { x: box.width / 2, y: box.height / 2 };
    place = { x: box.x + x, y: box.y + y };
    await pointAt(page, { x: place.x + 1, y: place.y });
    await pointAt(page, place);
    const isSeen = () => locator.evaluate((element) => element.matches(':hover'));
    await expect.poll(isSeen, { timeout: 1_000 }).toBe(true);
  }).toPass({ timeout: 10_000 });
  return place;
}

/** Where an element is once it has come to rest: unlike Playwright's, a click does not look where it lands. */
async function restOf(locator: Locator): Promise<Box> {
  for (let last: Box | undefined; ;) {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`${locator} is nowhere on the page`);
    if (last?.x === box.x && last.y === box.y) return box;
    last = box;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function clickAt(page: Page, place: Point, click: string[], modifiers: string[] = []): Promise<void> {
  const keys = (verb: string) => modifiers.flatMap((key) => [verb, keyNames[key] ?? key]);
  const move = await moveTo(page, place);
  await untilSeen(page, 'mouseup', [...move, ...keys('keydown'), ...click, ...keys('keyup')]);
}

async function pointAt(page: Page, place: Point): Promise<void> {
  await xdotool(windowOf(page), await moveTo(page, place));
}

/** The command that puts the pointer at a place of the page. */
async function moveTo(page: Page, { x, y }: Point): Promise<string[]> {
  const chrome = await chromeOf(page);
  return ['mousemove', ...[x + chrome.width, y + chrome.height].map((at) => String(Math.round(at)))];
}

async function press(page: Page, key: string): Promise<void> {
  const names = key.split('+').map((name) => keyNames[name] ?? (key === name ? name : name.toLowerCase()));
  await untilSeen(page, 'keyup', ['key', names.join('+')]);
}

async function type(page: Page, text: string): Promise<void> {
  await untilSeen(page, 'keyup', ['type', '--delay', '1', text]);
}

/** Input is on its way for a moment: waits until the page has had it, or has been left, for a second at most. */
async function untilSeen(page: Page, event: string, command: string[]): Promise<void> {
  await page.evaluate((name) => {
    const seen = new Promise((resolve) => addEventListener(name, resolve, { capture: true, once: true }));
    Reflect.set(
      window,
      'inputSeen',
      seen.then(() => undefined),
    );
  }, event);
  await xdotool(windowOf(page), command);
  const seen = page.evaluate(() => Reflect.get(window, 'inputSeen')).catch(() => undefined);
  await Promise.race([seen, new Promise((resolve) => setTimeout(resolve, 1_000))]);
}

/** Size of what is around the page in its window: the toolbar above it. */
function chromeOf(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => ({ width: outerWidth - innerWidth, height: outerHeight - innerHeight }));
}

async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  const chrome = await chromeOf(page);
  const [width, height] = [size.width + chrome.width, size.height + chrome.height];
  const id = await idOf(windowOf(page));
  await xdotool(windowOf(page), ['windowsize', '--sync', id, String(width), String(height)]);
  await page.waitForFunction((expected) => innerHeight === expected, size.height);
}

/** Gives the window the keyboard, and inside of it the page. */
async function focusView(window: Window): Promise<void> {
  await xdotool(window, ['windowfocus', '--sync', await idOf(window), 'mousemove', '400', '400', 'click', '1']);
}

async function idOf(window: Window): Promise<string> {
  const ids = await xdotool(window, ['search', '--sync', '--onlyvisible', '--pid', String(window.pid)]);
  return ids.split('\n').at(-1) ?? '';
}

function windowOf(page: Page): Window {
  const window = windows.get(page);
  if (!window) throw new Error('The page has no window of its own');
  return window;
}

async function xdotool({ display }: Window, command: string[]): Promise<string> {
  const { stdout } = await run(ensureXdotool(), command, {
    env: { ...process.env, DISPLAY: display },
    timeout: 10_000,
  });
  return stdout.trim();
}
