import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { printIds } from '../data/prints';
import { saveZine } from '../data/zines';

/** What a page is made of. A row holds blocks, and so rows too: a schema that names itself. */
const block = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('heading'),
      words: z.string('Enter the heading').trim().min(1, 'Enter the heading').max(60, 'Keep it below 60 characters'),
    }),
    z.object({
      kind: z.literal('text'),
      text: z
        .string('Write something')
        .trim()
        .min(1, 'Write something')
        .max(300, 'Keep it below 300 characters')
        .meta({ type: 'textarea' }),
    }),
    z.object({ kind: z.literal('picture'), print: z.enum(printIds, 'Choose a print') }),
    z.object({
      kind: z.literal('row'),
      get blocks() {
        return z.array(block).min(1, 'Put something side by side').max(3, 'Three fit side by side');
      },
    }),
  ],
  'Choose what this is',
);
export type Block = z.infer<typeof block>;

const input = z.object({
  title: z.string().trim().min(1, 'Enter a title').max(60, 'Keep it below 60 characters'),
  tags: z
    .array(z.string().trim().min(2, 'Two letters at least').max(20, 'Keep it below 20 characters'))
    .max(4, 'Four tags at most'),
  blocks: z.array(block).min(1, 'A page has something on it').max(8, 'Eight blocks fit on a page'),
});
export type Zine = z.infer<typeof input>;

export const zine = defineAction({
  accept: 'form',
  // A row in a row in a row has long names.
  limits: { depth: 12 },
  input,
  handler: (page, ctx) => {
    saveZine(page, ctx.locals.visitor);
    return { title: page.title };
  },
});
