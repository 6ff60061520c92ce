import type { AstroCookies } from 'astro';
import type { Member } from './data/members';
import { closeSession, memberOfSession, openSession, SESSION_SECONDS } from './data/sessions';

const SESSION_COOKIE = 'session';

/** The member whose session the browser's cookie names. */
export function readSession(cookies: AstroCookies): Member | undefined {
  const id = cookies.get(SESSION_COOKIE)?.value;
  return id ? memberOfSession(id) : undefined;
}

/** Logs a member in. Always a new id, so that nobody can plant one beforehand. */
export function startSession(cookies: AstroCookies, url: URL, member: Member): void {
  endSession(cookies);
  cookies.set(SESSION_COOKIE, openSession(member.id), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: SESSION_SECONDS,
  });
}

/** Logs out: the session is gone on the server too. */
export function endSession(cookies: AstroCookies): void {
  const id = cookies.get(SESSION_COOKIE)?.value;
  if (id) closeSession(id);
  cookies.delete(SESSION_COOKIE, { path: '/' });
}
