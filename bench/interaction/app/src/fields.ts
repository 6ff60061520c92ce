import { z } from 'astro/zod';

/** Names of the form's fields: `field1` to `field200`. */
export const names = Array.from({ length: 200 }, (_, index) => `field${index + 1}`);

export const input = z.object(
  Object.fromEntries(names.map((name) => [name, z.string().min(1, `Enter the ${name}`).max(80)])),
);
