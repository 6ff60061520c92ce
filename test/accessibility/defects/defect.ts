import type { CheckName } from '../checks.js';

/** A mistake that is put into a page on purpose. */
export interface Defect {
  /** What is done to the page. */
  name: string;
  /** The check that has to find it: of the audit, or a rule of axe. */
  check: CheckName | 'color-contrast';
  /** Whether axe finds it too. */
  axe: boolean;
  /** Runs in the page, and may use nothing but the document. */
  plant: () => void;
}
