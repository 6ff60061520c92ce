import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';

const papers = ['white', 'cream', 'kraft', 'card'] as const;
const bindings = ['staples', 'thread', 'none'] as const;
const inks = ['blue', 'pink', 'yellow', 'green'] as const;

export const controls = defineAction({
  accept: 'form',
  input: z.object({
    name: z.string().trim().min(1, 'Enter a name').meta({ autocomplete: 'name' }),
    email: z.email('Enter an email address'),
    phone: z.e164('Enter a number such as +43123456').optional(),
    website: z.url('Enter a web address').optional(),
    find: z.string().optional().meta({ type: 'search', label: 'Find a print', enterkeyhint: 'search' }),
    town: z.string().optional(),
    password: z.string().min(8, 'Take at least 8 characters').meta({ autocomplete: 'new-password' }),
    code: z
      .string()
      .regex(/^\d{6}$/, 'Enter the six digits')
      .optional()
      .meta({ label: 'One-time code', autocomplete: 'one-time-code' }),
    about: z.string().max(120, 'Shorten it to 120 characters').optional().meta({ type: 'textarea' }),
    copies: z.int('Enter a whole number').min(1).max(500),
    drums: z.int().min(1).max(6).meta({ type: 'range' }),
    day: z.date('Enter a day').optional(),
    opens: z.iso.time('Enter a time').optional(),
    pickup: z.date('Enter a day and a time').optional().meta({ type: 'datetime-local' }),
    month: z.string().optional().meta({ type: 'month', min: '2026-01', max: '2027-12' }),
    week: z.string().optional().meta({ type: 'week' }),
    paper: z.enum(papers, 'Choose a paper'),
    binding: z.enum(bindings, 'Choose how it is bound'),
    inks: z.array(z.enum(inks)).min(1, 'Choose an ink at least'),
    extras: z.array(z.string()).meta({ label: 'Also send me' }),
    paint: z
      .string()
      .regex(/^#[\da-f]{6}$/)
      .meta({ type: 'color', label: 'Colour of the wall' }),
    gift: z.boolean(),
    agree: z.literal(true, 'Agree, or leave it'),
    drawing: z.file().mime(['image/png', 'image/svg+xml']).max(200_000).optional(),
    campaign: z.string().max(20).meta({ type: 'hidden' }),
  }),
  handler: async ({ drawing, password, code, ...received }) => ({
    ...received,
    password: `${password.length} characters`,
    code: code && 'six digits',
    drawing: drawing && `${drawing.name}, ${drawing.size} bytes`,
    picture: drawing && (await toPicture(drawing)),
  }),
});

/** The file as a result can carry it to the page: an address for `<img>`, which runs nothing that is in it. */
async function toPicture(file: File): Promise<string> {
  return `data:${file.type};base64,${Buffer.from(await file.arrayBuffer()).toString('base64')}`;
}
