import type { FormIssue } from '../shared/issue.js';

/**
 * Issues as JSON. What JSON has no word for is left out or spelled out: Zod's own issues hold bigints, and whatever else a
 * schema's author put into them.
 */
export function issuesToJson(issues: readonly FormIssue[], space?: number): string {
  try {
    return toJson(issues, space);
  } catch {
    // Circular, or an object that throws when it is read: what people and forms need of an issue is plain.
    return toJson(
      issues.map(({ path, message, code }) => ({ path, message, code })),
      space,
    );
  }
}

/** A bigint, which JSON has no word for, is rare; to be asked about each value takes longer than all else. */
function toJson(issues: readonly FormIssue[], space: number | undefined): string {
  try {
    return JSON.stringify(issues, undefined, space);
  } catch {
    return JSON.stringify(issues, bigintAsText, space);
  }
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
