import { inspect } from 'node:util';

/** Writes one line to the log of the server, whatever texts of strangers are in it. */
export function logWarning(text: string): void {
  console.warn(`[astro-action-forms] ${onOneLine(text)}`);
}

/**
 * Writes a line to the log, and below it all that is known of an exception: its stack, its causes, its own properties.
 * Lines of the exception begin with `  | `, so that none of them, whatever a stranger made it say, passes for a line of
 * the log.
 */
export function logError(text: string, exception: unknown): void {
  const lines = describe(exception).split('\n');
  console.error(
    [`[astro-action-forms] ${onOneLine(text)}`, ...lines.map((line) => `  | ${onOneLine(line)}`)].join('\n'),
  );
}

/** Line breaks and everything else that moves a terminal's cursor or turns its text around, spelled out. */
function onOneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An exception can be anything, also an object that throws when it is looked at. */
function describe(exception: unknown): string {
  try {
    return inspect(exception, { depth: 4 });
  } catch {
    return 'an exception that cannot be described';
  }
}
