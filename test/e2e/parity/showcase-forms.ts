import type { ParityForm } from './forms.js';
import { formsAround } from './showcase-around.js';
import { formsWhileFilling } from './showcase-filling.js';
import { formsOfPieces } from './showcase-pieces.js';

/** Every form of the showcase, in the groups that its pages are in. */
export const showcaseForms: readonly ParityForm[] = [...formsOfPieces, ...formsWhileFilling, ...formsAround];
