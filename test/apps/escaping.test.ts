import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from '../hostile/bodies/requests.js';
import { exchange } from '../hostile/support/exchange.js';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';
import { type VisitedPage, Visitor } from '../support/visitor.js';

let app: App;
beforeAll(async () => {
  app = await startTrouble();
});
afterAll(() => app.stop());

const hostile: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['the end of an attribute', '"><script>alert(1)</script>'],
  ['the end of an attribute in single quotes', "'><img src=x onerror=alert(1)>"],
  ['an attribute more', '" autofocus onfocus="alert(1)'],
  ['the end of a title', '</title><script>alert(1)</script>'],
  ['the end of a text area', '</textarea><script>alert(1)</script>'],
  ['the end of a script', '</script><script>alert(1)</script>'],
  ['a comment', '<!--><script>alert(1)</script>-->'],
  ['CDATA', ']]><svg/onload=alert(1)>'],
  ['entities', '&lt;b&gt; &#x3c;i> &amp;'],
  ['a header', 'x\r\nSet-Cookie: hacked=1\r\n\r\n<script>alert(1)</script>'],
  ['a line of the log', 'x\n[astro-action-forms] All is well'],
  ['lines of other kinds', 'a\u0085b\u2028c\u2029d'],
  ['text that turns around', 'a\u202eb\u2066c'],
  ['a template', '{{7*7}} ${7*7} <%= 7*7 %>'],
  ['JSON', '{"__proto__":{"x":1}}'],
  ['half a surrogate pair', 'a\ud800b'],
  ['a NUL', 'a\0b'],
];

type Node = DefaultTreeAdapterTypes.Node;

/** Every element of a page in order, with the names of its attributes: what a text must not add to. */
function structure(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node)
      found.push(
        `${node.tagName} ${node.attrs
          .map(({ name }) => name)
          .toSorted()
          .join(' ')}`,
      );
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

/** All that a page says: its texts, and the values of its attributes. */
function textsOf(html: string): string {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('value' in node) found.push(node.value);
    if ('attrs' in node) found.push(...node.attrs.map(({ value }) => value));
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found.join('\n');
}

async function send(action: string, text: string): Promise<VisitedPage> {
  const visitor = new Visitor(app);
  const posted = await visitor.post(await visitor.get(`/?form=${action}`), [['text', text]]);
  return posted.status === 303 ? visitor.follow(posted) : posted;
}

/** As the schema reads it, and as a page can show it: HTML has no NUL, and UTF-8 no half of a pair. */
const shown = (text: string) => text.replace(/\r\n?/g, '\n').toWellFormed().replaceAll('\0', '');
const flat = (text: string) => text.replaceAll('\0', '').replaceAll('\ufffd', '').replace(/\s+/g, ' ');

describe('what a visitor wrote is text wherever it lands', () => {
  test.each(hostile)('%s, as value, message, title and attribute of a page that failed', async (_, text) => {
    const [page, plain] = [await send('refused', text), await send('refused', 'plain text')];
    expect(page.status).toBe(400);
    expect(structure(page.html)).toEqual(structure(plain.html));
    const said = flat(textsOf(page.html));
    for (const place of [`Not “${shown(text)}”`, `All of “${shown(text)}” is wrong`, `Error: ${shown(text)}`])
      expect(said).toContain(flat(place));
  });

  test.each(hostile)('%s, as the message of an ActionError', async (_, text) => {
    const [page, plain] = [await send('refusedWhole', text), await send('refusedWhole', 'plain text')];
    expect(page.status).toBe(409);
    expect(structure(page.html)).toEqual(structure(plain.html));
    expect(flat(textsOf(page.html))).toContain(flat(shown(text)));
  });

  test.each(hostile)('%s, as message and data across a redirect', async (_, text) => {
    const [page, plain] = [await send('thanked', text), await send('thanked', 'plain text')];
    expect(page.status).toBe(200);
    expect(structure(page.html)).toEqual(structure(plain.html));
    expect(flat(textsOf(page.html))).toContain(flat(shown(text)));
  });

  test.each(hostile)('%s, as the name of a file', async (_, text) => {
    const upload = async (name: string) => {
      const visitor = new Visitor(app);
      const file: [string, File] = ['file', new File(['x'], name)];
      return visitor.post(await visitor.get('/?form=upload'), [file], { multipart: true });
    };
    const [page, plain] = [await upload(text), await upload('plain.txt')];
    expect(page.status).toBe(400);
    expect(structure(page.html)).toEqual(structure(plain.html));
    expect(page.html).toContain('Not ');
  });

  test.each(hostile)('%s, as the name of a field', async (_, text) => {
    const visitor = new Visitor(app);
    const [form, strict] = [await visitor.get('/?form=refused'), await visitor.get('/?form=strict')];
    const record = await visitor.post(form, [
      ['text', 'x'],
      [`names[${text}]`, 'long'],
    ]);
    const unknown = await visitor.post(strict, [
      ['text', 'x'],
      [text, 'x'],
    ]);
    for (const page of [record, unknown]) {
      expect(page.status).toBe(400);
      expect(structure(page.html).filter((element) => /^(?:script|img|svg) |onfocus/.test(element))).toEqual([]);
    }
  });

  test.each(hostile)('%s, in the headers of the island', async (_, text) => {
    const body = new URLSearchParams({ text }).toString();
    const sent = request({ path: '/_actions/thanked', body, more: ['Connection: close'] });
    const { text: answer } = await exchange(Number(new URL(app.url).port), [sent]);
    const [head = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    const message = /\r\nx-action-message: (.*)/i.exec(head)?.[1] ?? '';
    expect(decodeURIComponent(message)).toBe(text.replace(/\r\n?/g, '\n').toWellFormed());
    for (const line of head.split('\r\n').slice(1)) {
      expect(line).toMatch(/^[\w-]+: [\x20-\x7e]*$/);
      expect(line).not.toMatch(/^set-cookie: (?!action-)/i);
    }
  });

  test('in the log, no line of it begins where lines of the log begin', async () => {
    const before = app.output().length;
    for (const [, text] of hostile) await send('thrown', text);
    const written = () => app.output().slice(before);
    await expect.poll(() => written().match(/Unexpected exception/g)?.length, { timeout: 5000 }).toBe(hostile.length);
    for (const line of written().trimEnd().split('\n'))
      expect(line).toMatch(
        /^(?: {2}\| |\[astro-action-forms\] Unexpected exception in the action "thrown", id \w{8}:$)/,
      );
    expect(written()).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202e\u2066]/u);
  });
});
