import type { APIRoute } from 'astro';

export const POST: APIRoute = ({ redirect }) => redirect('/bare/', 303);
