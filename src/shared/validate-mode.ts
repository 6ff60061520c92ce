/**
 * When the island has a field checked by the server's schema.
 * - `'submit'`: never before the first failure; then each field that shows an error, when it is edited.
 * - `'blur'`: also when a field is left that was edited; a choice or a file at once.
 * - `'input'`: as `'blur'`, and from then on while it is edited.
 * - `false`: never; errors stay until the next submit.
 */
export type ValidateMode = 'submit' | 'blur' | 'input' | false;
