import { fieldErrors } from 'astro-action-forms/server';
import { submit } from 'astro-action-forms/testing';
import { expect, test } from 'vitest';
import { contact } from '../src/actions/contact';

const message = { name: 'Ada', email: 'ada@example.org', topic: 'visit', message: 'May I come on Monday?' };

test('a message is taken', async () => {
  expect(await submit(contact, { form: message })).toMatchObject({ data: { topic: 'visit' }, status: 303 });
});

test('one without a topic is not', async () => {
  const { error } = await submit(contact, { form: { ...message, topic: '' } });
  expect(Object.keys(fieldErrors(error))).toEqual(['topic']);
});
