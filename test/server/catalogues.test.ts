import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../src/server/catalogues.js';
import { germanMessages } from '../../src/shared/messages-de.js';
import { defaultMessages } from '../../src/shared/messages.js';

const site = { locale: 'en', messages: {}, locales: {} };

describe('the texts of a language', () => {
  test('are English where nothing else is known', () => {
    expect(createCatalogue(site)('fr')).toEqual(defaultMessages);
  });

  test.each(['de', 'de-AT', 'DE_ch'])('are German for %s', (tag) => {
    expect(createCatalogue(site)(tag)).toEqual(germanMessages);
  });

  test('of the site win in its own language, and say nothing about others', () => {
    const catalogue = createCatalogue({ ...site, messages: { addRow: 'One more' } });
    expect(catalogue('en-GB').addRow).toBe('One more');
    expect(catalogue('de').addRow).toBe(germanMessages.addRow);
  });

  test('of a tag win over those of its language, and those over ours', () => {
    const locales = { de: { addRow: 'Dazu', removeRow: 'Weg' }, 'de-AT': { addRow: 'Eins dazu' } };
    const catalogue = createCatalogue({ ...site, locales });
    expect(catalogue('de-AT')).toEqual({ ...germanMessages, addRow: 'Eins dazu', removeRow: 'Weg' });
    expect(catalogue('de-DE')).toEqual({ ...germanMessages, addRow: 'Dazu', removeRow: 'Weg' });
  });

  test('are one object for one tag, so that what is made of them can be kept', () => {
    const catalogue = createCatalogue(site);
    expect(catalogue('de')).toBe(catalogue('de'));
  });

  test.each(['constructor', '__proto__', 'toString'])('are English for the tag "%s"', (tag) => {
    expect(createCatalogue(site)(tag)).toEqual(defaultMessages);
  });
});

test('the German texts take the same numbers as the English ones, and none is English', () => {
  const placeholders = (text: string) => text.match(/\{\w+\}/g) ?? [];
  for (const [key, english] of Object.entries(defaultMessages)) {
    const german = germanMessages[key as keyof typeof germanMessages]; // why: the keys of one are the other's
    expect(placeholders(german), key).toEqual(placeholders(english));
    expect(german, key).not.toBe(english);
  }
});
