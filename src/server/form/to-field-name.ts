import { developerError } from '../developer-error.js';
import { isToken, tokenName, type Token } from './tokens.js';

/** The name that a component was given: as a token (`of`) or as text (`name`). */
export function toFieldName(of: Token<unknown> | undefined, name: string | undefined): string {
  if (isToken(of)) return tokenName(of);
  if (name !== undefined && name !== '') return name;
  throw developerError(
    'A form component without a field',
    `it got of=${String(of)} and name=${JSON.stringify(name)}.`,
    'Say which field it shows: of={form.fields.email}, or name="email" in a drop-in form.',
  );
}
