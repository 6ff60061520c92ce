import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const everyControl = `
  <input name="text" value="a&amp;b=c"><input name="empty"><input name="off" disabled value="x">
  <textarea name="lines">one
two</textarea>
  <input type="checkbox" name="agree" value="true" checked><input type="checkbox" name="news" value="true">
  <input type="radio" name="color" value="red"><input type="radio" name="color" value="blue" checked>
  <select name="many" multiple><option selected>a</option><option>b</option><option selected>c</option></select>
  <input type="number" name="qty" value="3"><input type="date" name="day" value="2024-02-29">
  <input name="comment" dirname="comment.dir" value="abc"><input type="file" name="nothing">
  <fieldset disabled><input name="inside" value="1"></fieldset>`;

describe('E4 what is sent', () => {
  const buttons = [
    ['a button with name and value', '<button name="do" value="save">Save</button>', 'button'],
    ['an input', '<input type="submit" name="do" value="Save">', 'input[type=submit]'],
    [
      'an image, with coordinates',
      '<input type="image" name="at" alt="Save" src="data:," width="40" height="40">',
      'input[type=image]',
    ],
    ['a button without a name', '<button>Save</button>', 'button'],
  ] as const;

  test.each(buttons)(
    'E4 %s: the same names and values in the same order as without JavaScript',
    async (_, button, selector) => {
      const island = await studio.island();
      const { page } = island;
      const click = () => page.locator(selector).click({ position: { x: 5, y: 7 } });
      await island.open(orderForm({ fields: everyControl, button }));
      await submitted(island, click);
      await island.open(orderForm({ fields: everyControl, button, attributes: 'data-action-native' }));
      await click();
      await eventually(() => island.visits.length).toBe(1);
      expect(island.calls[0]?.body).toBe(island.visits[0]?.body);
      expect(island.calls[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    },
  );

  test('E4 a multipart form with a file is sent as multipart, in the same order', async () => {
    const island = await studio.island();
    const { page } = island;
    const markup = orderForm({
      fields: '<input type="file" name="doc" multiple>',
      attributes: 'enctype="multipart/form-data"',
    });
    await island.open(markup);
    const files = [{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }];
    await page.setInputFiles('input[type=file]', files);
    await submitted(island, () => page.click('button'));
    await island.open(markup.replace('novalidate', 'novalidate data-action-native'));
    await page.setInputFiles('input[type=file]', files);
    await page.click('button');
    await eventually(() => island.visits.length).toBe(1);
    const [enhanced, native] = [island.calls[0]!, island.visits[0]!];
    expect(enhanced.headers['content-type']).toMatch(/^multipart\/form-data/);
    expect(withoutBoundary(enhanced.body)).toBe(withoutBoundary(native.body));
  });

  test('E4 a multipart form in which no file was chosen is sent URL-encoded, without the file', async () => {
    const island = await studio.island();
    await island.open(
      orderForm({ fields: '<input type="file" name="doc">', attributes: 'enctype="multipart/form-data"' }),
    );
    await submitted(island, () => island.page.click('button'));
    expect(island.calls[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect([...new URLSearchParams(island.calls[0]?.body).keys()]).toEqual(['_action_form', 'email', 'note']);
  });

  test('E4 line breaks of any kind, in values, names and names of files, are sent as the browser itself sends them', async () => {
    const island = await studio.island();
    const { page } = island;
    const fields = '<textarea name="text"></textarea><input type="hidden" name="raw"><input type="file" name="doc">';
    const open = async (attributes: string) => {
      await island.open(orderForm({ fields, attributes }));
      await page.fill('[name=text]', 'one\ntwo\n\nfour');
      await page.evaluate(() => {
        const raw = document.querySelector<HTMLInputElement>('[name=raw]')!;
        raw.value = 'a\rb\nc\r\nd\n\re';
        raw.name = 'raw\rname\n';
        const files = new DataTransfer();
        files.items.add(new File([''], 'a\nb.txt'));
        document.querySelector<HTMLInputElement>('[name=doc]')!.files = files.files;
      });
    };
    await open('');
    await submitted(island, () => page.click('button'));
    await open('data-action-native');
    await page.click('button');
    await eventually(() => island.visits.length).toBe(1);
    expect(island.calls[0]?.body).toContain('text=one%0D%0Atwo%0D%0A%0D%0Afour');
    expect(island.calls[0]?.body).toBe(island.visits[0]?.body);
  });

  test('E4 an empty file that has a name is a file', async () => {
    const island = await studio.island();
    await island.open(
      orderForm({ fields: '<input type="file" name="doc">', attributes: 'enctype="multipart/form-data"' }),
    );
    await island.page.setInputFiles('input[type=file]', {
      name: 'empty.txt',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(0),
    });
    await submitted(island, () => island.page.click('button'));
    expect(island.calls[0]?.body).toContain('filename="empty.txt"');
  });

  test('E4 asks for JSON, with the record and with cookies of the site alone', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await submitted(island, () => island.page.click('button'));
    expect(island.calls[0]).toMatchObject({
      method: 'POST',
      url: '/_actions/order',
      headers: { accept: 'application/json' },
    });
    expect(island.calls[0]?.body).toContain('_action_form=sealed');
  });
});

function withoutBoundary(body: string): string {
  const [boundary = ''] = body.split('\r\n');
  return body.replaceAll(boundary, '--boundary');
}
