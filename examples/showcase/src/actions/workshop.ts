import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { zfd } from 'zod-form-data';
import { days, drumLabels, isOffered, nameSlot, saveBooking } from '../data/workshops';

const MAX_DRAWING = 500_000;

/** Most of it in the words of zod-form-data, some of it in plain Zod: they go together. */
export const workshop = defineAction({
  accept: 'form',
  input: zfd.formData({
    name: zfd
      .text(z.string('Enter your name').max(60, 'Keep your name below 60 characters'))
      .meta({ autocomplete: 'name' }),
    email: z.email('Enter an email address, like name@example.com'),
    // One choice that holds two values: each radio button sends a piece of JSON.
    slot: zfd
      .json(z.object({ day: z.enum(days), from: z.string() }, 'Choose a time'))
      .refine(isOffered, 'The press is not free then'),
    seats: zfd.numeric(
      z
        .number('Enter how many of you come')
        .int('Enter a whole number')
        .min(1, 'Book at least one')
        .max(4, 'Four fit around the press'),
    ),
    drums: zfd.repeatable(
      z
        .array(z.enum(keysOf(drumLabels)))
        .min(1, 'Choose an ink')
        .max(2, 'There are two drums: choose two inks at most'),
    ),
    papers: zfd.repeatableOfType(zfd.numeric(z.literal([90, 120, 250]))),
    drawing: zfd.file(
      z
        .file()
        .mime(['image/png', 'image/jpeg'], 'Choose a PNG or a JPEG')
        .max(MAX_DRAWING, 'Choose a file below 500 KB')
        .optional(),
    ),
    clothes: zfd.checkbox().refine((ticked) => ticked, 'Promise to come in old clothes'),
  }),
  handler: ({ drawing, clothes: _promised, ...booking }, ctx) => {
    saveBooking({ ...booking, drawing: drawing && { name: drawing.name, size: drawing.size } }, ctx.locals.visitor);
    return { when: nameSlot(booking.slot) };
  },
});

function keysOf<T extends object>(labels: T): (keyof T)[] {
  // Object.keys forgets which keys they are; the table has no others.
  return Object.keys(labels) as (keyof T)[];
}
