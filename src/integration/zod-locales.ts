import type { AstroConfig } from 'astro';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../server/catalogues.js';

/** The languages of a site's pages, as its i18n routing names them. */
export function namedLocales({ i18n }: Pick<AstroConfig, 'i18n'>): string[] {
  return (i18n?.locales ?? []).flatMap((locale) => (typeof locale === 'string' ? locale : locale.codes));
}

/**
 * The files in which Zod words its issues, by tag or language. English is Zod's own choice unless a site makes another,
 * which is left as it is; languages that Zod lacks stay English too.
 */
export function zodLocales(locales: readonly string[]): Record<string, string> {
  const tags = new Set(locales.flatMap((locale) => [languageOf(locale), locale]));
  const files = [...tags].flatMap((tag) => {
    const file = languageOf(tag) === 'en' ? undefined : fileOf(tag);
    return file === undefined ? [] : [[tag, file] as const];
  });
  return Object.fromEntries(files);
}

/** Zod's name of a language is the tag's own: `de.js`, `zh-CN.js`. */
function fileOf(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(tag)) return undefined;
  const file = fileURLToPath(import.meta.resolve(`zod/v4/locales/${tag}.js`));
  return existsSync(file) ? file : undefined;
}
