import { hostOf, type RefusalCause, type Sender } from './origin-rule.js';

/** Characters of a header that are quoted: what a stranger sends must not fill the log. */
const QUOTED = 200;

/** What a refused request said of its sender, and what to do if the sender is the site's own. For developers. */
export function adviseOn(cause: RefusalCause, method: string, { headers, url }: Sender): string {
  const said = ['Sec-Fetch-Site', 'Origin', 'Referer'].map((name) => `${name}: ${quote(headers.get(name))}`);
  return `A ${method} of ${url.pathname} was refused. It said ${said.join(', ')}; the site takes itself for ${url.origin}. ${advice[cause](headers, url)}`;
}

const advice: Record<RefusalCause, (headers: Headers, url: URL) => string> = {
  'other-site': (headers, url) =>
    hostOf(headers.get('origin') ?? '') === url.host
      ? 'WebKit says so of a form of your own that opens a tab, unless the form has `rel="opener"`.'
      : `Only the site's own pages may post here. If that sender is yours, add its origin: ${trusting(headers.get('origin'))}.`,
  'other-host': (headers, url) => {
    const host = URL.parse(headers.get('origin') ?? '')?.hostname;
    return `If ${quote(headers.get('origin'))} is this very site behind a proxy, the proxy has to pass the Host header on, or send X-Forwarded-Host and X-Forwarded-Proto with \`security: { allowedDomains: [{ hostname: ${quote(host ?? url.hostname)} }] }\` in astro.config. If it is another site of yours: ${trusting(headers.get('origin'))}.`;
  },
  'other-scheme': (_, url) =>
    `The host is the site's own, the scheme is not: behind a TLS proxy, let it send X-Forwarded-Proto and X-Forwarded-Host, and set \`security: { allowedDomains: [{ hostname: ${quote(url.hostname)} }] }\` in astro.config. Browsers that send Sec-Fetch-Site need neither.`,
  'other-referer': () =>
    "Only the site's own pages may post here. Behind a proxy, set `security.allowedDomains` in astro.config.",
  nameless: (_, url) =>
    `Browsers send one of these at least. A program may send \`Origin: ${url.origin}\`; an action that programs call without any of them says \`api: true\`.`,
};

function trusting(origin: string | null): string {
  const named = origin === null || origin === 'null' ? 'https://app.example' : origin;
  return `\`actionForms({ trustedOrigins: [${quote(named)}] })\``;
}

/** As JSON: whatever the header holds, it stays on its line. */
function quote(value: string | null): string {
  return value === null ? 'nothing' : JSON.stringify(value.slice(0, QUOTED));
}
