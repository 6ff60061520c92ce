import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
import Buttons from './fixtures/Buttons.astro';
import { element, elements, ids } from './support/html.js';
import { asInDev, openPage, render } from './support/render.js';

beforeAll(asInDev);

const schema = z.object({ email: z.email() });

async function renderButtons(count: number, props: Record<string, unknown> = {}) {
  const { page, action } = openPage(schema);
  const emails = Array.from({ length: count }, (_, index) => `${index}@secret.example`);
  return render(Buttons, page, { action, emails, ...props });
}

describe('a button that is a form', () => {
  test('sends what is bound, sealed', async () => {
    const html = await renderButtons(1, { class: 'danger', pending: 'Deleting…' });
    expect(element(html, 'form').attributes).toMatchObject({ method: 'post', 'data-action-button': '' });
    expect(element(html, 'input').attributes).toMatchObject({ type: 'hidden', name: '_action_form' });
    expect(element(html, 'button').attributes).toMatchObject({
      type: 'submit',
      class: 'danger',
      'data-action-pending': 'Deleting…',
    });
    expect(html).not.toContain('secret.example');
    expect(html).not.toContain('<script');
  });

  test('N28: a hundred are told apart and stay light', async () => {
    const html = await renderButtons(100);
    expect(new Set(ids(html)).size).toBe(100);
    expect(elements(html, 'form')).toHaveLength(100);
    expect(html.length / 100).toBeLessThan(600);
  });

  test('its id is the same on every render, so that an outcome finds it again', async () => {
    expect(ids(await renderButtons(3))).toEqual(ids(await renderButtons(3)));
  });

  test('confirm asks first, without JavaScript', async () => {
    const html = await renderButtons(1, {
      confirm: 'Delete this entry?',
      confirmLabel: 'Yes, delete',
      class: 'danger',
    });
    expect(element(html, 'details').attributes).toHaveProperty('data-action-confirm');
    expect(element(html, 'summary')).toMatchObject({ attributes: { class: 'danger' } });
    expect(element(html, 'summary').inner).toContain('Delete');
    expect(element(html, 'details').inner).toContain('Delete this entry?');
    expect(element(html, 'button').inner).toContain('Yes, delete');
    expect(html.indexOf('<details')).toBeLessThan(html.indexOf('<button'));
  });

  test('says what went wrong where the button is', async () => {
    const plain = await renderButtons(1);
    const id = element(plain, 'form').attributes['id'];
    const { page, action } = openPage(schema, { errors: { '': 'Already gone' } }, id);
    const html = await render(Buttons, page, { action, emails: ['0@secret.example', '1@secret.example'] });
    expect(html.match(/Already gone/g)).toHaveLength(1);
    expect(element(html, 'p', { role: 'status' }).attributes).toMatchObject({ tabindex: '-1', autofocus: '' });
  });

  test('enhanced, it brings the island and a place for its status', async () => {
    const html = await renderButtons(2, { enhance: true });
    expect(html.match(/<action-form/g)).toHaveLength(2);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/role="status"/g)).toHaveLength(2);
  });
});
