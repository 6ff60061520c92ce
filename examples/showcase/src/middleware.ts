import { randomUUID } from 'node:crypto';
import type { AstroCookies } from 'astro';
import { defineMiddleware } from 'astro:middleware';
import { readSession } from './session';

const VISITOR_COOKIE = 'visitor';
const ONE_YEAR = 365 * 24 * 60 * 60;

export const onRequest = defineMiddleware((context, next) => {
  context.locals.visitor = readVisitor(context.cookies, context.url);
  context.locals.member = readSession(context.cookies);
  return next();
});

function readVisitor(cookies: AstroCookies, url: URL): string {
  const known = cookies.get(VISITOR_COOKIE)?.value;
  if (known) return known;
  const visitor = randomUUID();
  cookies.set(VISITOR_COOKIE, visitor, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: ONE_YEAR,
  });
  return visitor;
}
