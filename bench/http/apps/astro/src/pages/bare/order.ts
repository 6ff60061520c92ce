import type { APIRoute } from 'astro';

/** Answers at once, with a body like the others'. */
export const POST: APIRoute = () =>
  new Response('{"reference":"small-2","total":2500,"thanks":"Thank you, Ada","gift":true}', {
    headers: { 'Content-Type': 'application/json' },
  });
