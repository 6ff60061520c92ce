/**
 * Says of HTML that it is UTF-8, as all of Astro's is, where nothing is said. A browser that has to guess may take another
 * encoding, and sends forms in it: of what was typed, letters would be lost that no server can tell.
 */
export function sayEncoding(response: Response): Response {
  const { headers } = response;
  if (headers.get('Content-Type') !== 'text/html') return response;
  try {
    headers.set('Content-Type', 'text/html; charset=utf-8');
  } catch {
    // What was fetched from elsewhere is passed on as it came.
  }
  return response;
}
