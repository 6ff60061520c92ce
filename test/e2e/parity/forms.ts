import type { Page } from '@playwright/test';
import type { Example } from '../support.js';
import { fixtureForms } from './fixture-forms.js';
import { showcaseForms } from './showcase-forms.js';

/** One submission, or one edit of rows, and what comes of it. */
export interface Step {
  title: string;
  /** Fills in and presses one button, or Enter. */
  act: (page: Page) => Promise<void>;
  /** A text that tells that it came to what it should. */
  shows?: string | RegExp | undefined;
  /** What is compared after it, where that is not the form's. */
  region?: string;
  /** Refused in place; done in place; answered by another page; or rows were edited. */
  kind: 'refused' | 'done' | 'moved' | 'edited';
}

/** A form, and what is done with it in order, by one visitor. */
export interface ParityForm {
  title: string;
  example: Example;
  path: string;
  /** Paths of further forms that its steps come to. */
  also?: readonly string[];
  /** Selector of what is compared of the page. Default: `main`. */
  region?: string;
  steps: readonly Step[];
}

export const forms: readonly ParityForm[] = [...showcaseForms, ...fixtureForms];
