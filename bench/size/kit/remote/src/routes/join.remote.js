import { form } from '$app/server';
import { z } from 'zod';

export const join = form(z.object({ email: z.email() }), () => ({ joined: true }));
