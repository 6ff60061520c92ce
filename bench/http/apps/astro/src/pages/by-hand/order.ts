import type { APIRoute } from 'astro';
import { placeOrder } from '../../../../order';
import { parseOrder } from '../../by-hand';

export const POST: APIRoute = async ({ request }) => {
  const parsed = parseOrder(await request.formData());
  if (!parsed.success) return Response.json({ issues: parsed.error.issues }, { status: 400 });
  return Response.json(placeOrder(parsed.data));
};
