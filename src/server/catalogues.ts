import { germanMessages } from '../shared/messages-de.js';
import { defaultMessages, type Messages } from '../shared/messages.js';

/** What a site says about its languages. */
export interface LanguageOptions {
  /** The site's own language, as a BCP 47 tag. */
  readonly locale: string;
  /** Texts in the site's own language. */
  readonly messages: Partial<Messages>;
  /** Texts in other languages, by tag. Those of `de` also hold for `de-AT`. */
  readonly locales: Readonly<Record<string, Partial<Messages>>>;
}

/** Translations that ship with the package; English is the default. */
const shipped: Readonly<Record<string, Messages>> = { de: germanMessages };

/**
 * Gives the texts of a language: the site's for this very tag, then for the language, then ours in that language, then
 * English. Always the same object for the same tag.
 */
export function createCatalogue({ locale, messages, locales }: LanguageOptions): (asked: string) => Messages {
  const known = new Map<string, Messages>();
  const make = (asked: string): Messages => {
    const language = languageOf(asked);
    return {
      ...defaultMessages,
      ...shipped[language],
      ...(language === languageOf(locale) && messages),
      ...own(locales, language),
      ...(asked !== language && own(locales, asked)),
    };
  };
  return (asked) => {
    let found = known.get(asked);
    // tags come from the site's configuration, not from clients, so there are few
    if (found === undefined) known.set(asked, (found = make(asked)));
    return found;
  };
}

/** The language of a tag: `de` of `de-AT`. */
export function languageOf(locale: string): string {
  return locale.split(/[-_]/, 1)[0]!.toLowerCase();
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
