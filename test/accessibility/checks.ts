import { contrast, errorContrast } from './checks/contrast.js';
import type { Check, Mistake } from './checks/dom.js';
import { autocomplete, inputType, required } from './checks/entry.js';
import { errorLoud, errorPerceivable, invalidMark } from './checks/errors.js';
import { files } from './checks/files.js';
import { focusVisible } from './checks/focus.js';
import { group } from './checks/groups.js';
import { buttonName, label, labelInName, placeholder, visibleLabel } from './checks/labels.js';
import { overlap, reflow, targetSize } from './checks/layout.js';
import { motion } from './checks/motion.js';
import { keyboard, tabOrder } from './checks/order.js';
import { language, status, title } from './checks/page.js';
import { description, reference, uniqueId } from './checks/references.js';
import { summary } from './checks/summary.js';

/** What is asked of a page at every width. */
export const layoutChecks = {
  reflow,
  overlap,
  'target-size': targetSize,
  'tab-order': tabOrder,
} satisfies Record<string, Check>;

/** Everything that can be judged on a page as it stands, by name. */
export const checks = {
  label,
  'visible-label': visibleLabel,
  placeholder,
  'label-in-name': labelInName,
  'button-name': buttonName,
  group,
  files,
  'unique-id': uniqueId,
  reference,
  description,
  'invalid-mark': invalidMark,
  'error-perceivable': errorPerceivable,
  'error-loud': errorLoud,
  summary,
  contrast,
  autocomplete,
  'input-type': inputType,
  required,
  language,
  title,
  status,
  keyboard,
  'focus-visible': focusVisible,
  ...layoutChecks,
} satisfies Record<string, Check>;

/** What is asked of a page in forced colours, where a browser replaces or takes away what a page has painted. */
export const forcedColorChecks = {
  'error-perceivable': errorPerceivable,
  'error-contrast': errorContrast,
  contrast,
  'focus-visible': focusVisible,
} satisfies Record<string, Check>;

/** What is asked of a page by people who want less motion. */
export const calmChecks = { motion } satisfies Record<string, Check>;

export type CheckName = keyof typeof checks | keyof typeof forcedColorChecks | keyof typeof calmChecks;

/** A mistake, and the check that found it. */
export interface Finding extends Mistake {
  check: string;
}

/** Runs in the page. */
export function run(table: Readonly<Record<string, Check>>): Finding[] {
  return Object.entries(table).flatMap(([check, find]) => [...find()].map((mistake) => ({ check, ...mistake })));
}
