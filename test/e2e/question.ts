import type { Page } from '@playwright/test';
import { answerByKey, hasRealInput } from '../engines/real-input.js';
import { expect } from './support.js';

/**
 * Does what leaves a page, sees that the browser asks before it does, and answers.
 * @throws {Error} where nothing is asked
 */
export async function leaveAndAnswer(
  page: Page,
  leave: () => Promise<unknown>,
  answer: 'stay' | 'leave',
): Promise<void> {
  if (hasRealInput(page)) {
    await leave();
    await answerByKey(page, answer === 'stay' ? 'Escape' : 'Enter');
    return;
  }
  const answered = async () => {
    const dialog = await page.waitForEvent('dialog', { timeout: 10_000 });
    expect(dialog.type()).toBe('beforeunload');
    await (answer === 'stay' ? dialog.dismiss() : dialog.accept());
  };
  // What leaves the page may itself wait for the answer.
  await Promise.all([answered(), leave()]);
}
