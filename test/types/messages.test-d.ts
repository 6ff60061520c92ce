import { describe, expectTypeOf, test } from 'vitest';
import actionForms, { type ActionFormsOptions } from '../../src/index.js';

type Key = keyof NonNullable<ActionFormsOptions['messages']>;

describe('texts for people', () => {
  test('have these names, and no others', () => {
    expectTypeOf<Key>().toEqualTypeOf<
      | 'summaryTitle'
      | 'titlePrefix'
      | 'network'
      | 'timeout'
      | 'unexpected'
      | 'tooLarge'
      | 'forbidden'
      | 'unreadable'
      | 'done'
      | 'unread'
      | 'addRow'
      | 'removeRow'
      | 'moveUp'
      | 'moveDown'
      | 'duplicateRow'
      | 'update'
      | 'submit'
      | 'tooManyRows'
      | 'tooFewRows'
      | 'uploading'
      | 'cancelUpload'
      | 'showSecret'
      | 'hideSecret'
      | 'charactersMost'
      | 'charactersLeft'
      | 'charactersOver'
      | 'fileTooLarge'
      | 'tooManyFiles'
      | 'keptFile'
      | 'removeFile'
      | 'fileGone'
      | 'wrongFileType'
      | 'bodyTooLarge'
      | 'textTooLarge'
      | 'tooManyFields'
      | 'listTooLong'
      | 'formUnreadable'
      | 'formIncomplete'
      | 'formOutdated'
      | 'notYet'
      | 'running'
      | 'outcomeUnknown'
      | 'notTaken'
      | 'stale'
    >();
  });

  test('of the site’s own language can be given in part, under names that there are', () => {
    actionForms({ messages: { addRow: 'Add an item', summaryTitle: 'Look again' } });
    actionForms({ messages: {} });
    // @ts-expect-error there is no such text
    actionForms({ messages: { addRows: 'Add an item' } });
    // @ts-expect-error a text is a string
    actionForms({ messages: { addRow: 1 } });
  });

  test('of other languages too', () => {
    actionForms({ locales: { de: { addRow: 'Artikel hinzufügen' }, 'fr-CA': { submit: 'Envoyer' } } });
    // @ts-expect-error there is no such text
    actionForms({ locales: { de: { addRows: 'Artikel hinzufügen' } } });
    // @ts-expect-error texts are objects by language
    actionForms({ locales: { de: 'Artikel hinzufügen' } });
  });
});
