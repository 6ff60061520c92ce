/**
 * Names of `shared/wire.ts`, as that file has them (the compiler sees to it): taken from there they would be a chunk of
 * their own, which every page with the island would load too.
 */
type Wire = typeof import('../../shared/wire.js');

export const CONTROL: Wire['CONTROL_ATTRIBUTE'] = 'data-action-control';
export const ERRORS: Wire['ERRORS_ATTRIBUTE'] = 'data-action-errors';
export const KEY: Wire['KEY_FIELD'] = '_action_key';
export const NATIVE: Wire['NATIVE_ATTRIBUTE'] = 'data-action-native';
export const STATUS: Wire['STATUS_ATTRIBUTE'] = 'data-action-status';
export const SUMMARY: Wire['SUMMARY_ATTRIBUTE'] = 'data-action-summary';
export const ENDPOINT: Wire['URL_ATTRIBUTE'] = 'data-action-url';
