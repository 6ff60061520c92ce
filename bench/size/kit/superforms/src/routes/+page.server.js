import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';

const schema = z.object({ email: z.email() });

export const load = async () => ({ form: await superValidate(zod4(schema)) });

export const actions = {
  default: async ({ request }) => {
    const form = await superValidate(request, zod4(schema));
    return form.valid ? { form } : fail(400, { form });
  },
};
