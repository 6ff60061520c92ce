import { z } from 'astro/zod';

/** Blocks that hold blocks. */
const block: z.ZodType = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('group'),
    get blocks() {
      return z.array(block);
    },
  }),
]);

export const blocksSchema = z.object({ blocks: z.array(block) });
