import type { APIContext } from 'astro';

export interface TestContextOptions {
  readonly locals?: Partial<App.Locals>;
  /** Default `http://localhost/`. */
  readonly url?: string | URL;
  /** Further request headers. */
  readonly headers?: HeadersInit;
  /** Cookies that the browser sends. */
  readonly cookies?: Readonly<Record<string, string>>;
  readonly clientAddress?: string;
  /** Language of the page, as a BCP 47 tag. Default: `en`. */
  readonly locale?: string;
}

/** A context as an action sees it after a post by a page of the site. What a test does not give is not there. */
export function testContext({
  locals = {},
  url = 'http://localhost/',
  headers,
  cookies = {},
  clientAddress = '127.0.0.1',
  locale,
}: TestContextOptions): APIContext {
  const address = new URL(url);
  const request = new Request(address, {
    method: 'POST',
    headers: { ...Object.fromEntries(new Headers(headers)), 'sec-fetch-site': 'same-origin' },
  });
  const context = {
    request,
    url: address,
    locals,
    cookies: testCookies(cookies),
    clientAddress,
    currentLocale: locale,
    isPrerendered: false,
    params: {},
    routePattern: address.pathname,
  };
  return context as unknown as APIContext; // why: the parts that only a server has are left out
}

function testCookies(initial: Readonly<Record<string, string>>) {
  const jar = new Map(Object.entries(initial));
  return {
    get: (name: string) => {
      const value = jar.get(name);
      return value === undefined
        ? undefined
        : { value, json: () => JSON.parse(value), number: () => Number(value), boolean: () => value === 'true' };
    },
    has: (name: string) => jar.has(name),
    set: (name: string, value: unknown) =>
      void jar.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value)),
    delete: (name: string) => void jar.delete(name),
    headers: () => [].values(),
  };
}
