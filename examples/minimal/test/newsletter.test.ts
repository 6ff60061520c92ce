import { fieldErrors } from 'astro-action-forms/server';
import { submit } from 'astro-action-forms/testing';
import { expect, test } from 'vitest';
import { server } from '../src/actions';

test('whoever joins is sent to the page that thanks them', async () => {
  const joined = await submit(server.newsletter, { form: { email: 'ada@example.org' } });
  expect(joined).toMatchObject({ data: { email: 'ada@example.org' }, redirect: '/thanks', status: 303 });
});

test('an address that is none is told so', async () => {
  const { data, error, status } = await submit(server.newsletter, { form: { email: 'ada' } });
  expect([data, status]).toEqual([undefined, 400]);
  expect({ ...fieldErrors(error) }).toEqual({ email: ['Enter an email address'] });
});
