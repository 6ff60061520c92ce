const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** As file managers say it, in a language: 5,000,000 and 5,242,880 bytes are both `5 MB`. */
export function inUnits(bytes: number, locale: string): string {
  const base = bytes % 1024 === 0 ? 1024 : 1000;
  const step = bytes === 0 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(base)), units.length - 1);
  return formatOf(locale, units[step]).format(bytes / base ** step);
}

/** A number as a language writes it: `1,000` or `1.000`. */
export function inDigits(count: number, locale: string): string {
  return formatOf(locale).format(count);
}

/** Locales come from the site's configuration, not from clients, so there are few. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, unit?: (typeof units)[number]): Intl.NumberFormat {
  const key = `${unit} ${locale}`;
  let format = formats.get(key);
  if (format === undefined) formats.set(key, (format = makeFormat(locale, unit)));
  return format;
}

function makeFormat(locale: string, unit: (typeof units)[number] | undefined): Intl.NumberFormat {
  // Short, a unit has no plural: "500 byte".
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const options: Intl.NumberFormatOptions = unit === undefined ? {} : { style: 'unit', unit, unitDisplay };
  return new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 1, ...options });
}

/** Astro takes any text for a locale; numbers of one that is no BCP 47 tag are written as in English. */
function tagOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
