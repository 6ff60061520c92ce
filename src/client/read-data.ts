import { parse } from 'devalue';

/** An action's data, from the devalue text that Astro sends. */
export function readData(text: string): unknown {
  return parse(text, { URL: (href: string) => new URL(href) });
}
