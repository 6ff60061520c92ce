import type { App } from './app.js';

/** A page as a browser without JavaScript has it. */
export interface VisitedPage {
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Text of the element with an id, tags left out. */
  text(id: string): string;
}

export interface PostOptions {
  /** HTML id of the form; needed where the page has several. */
  readonly form?: string;
  readonly headers?: Record<string, string>;
  readonly multipart?: boolean;
  /** In the place of the form's own hidden record; null leaves it out. */
  readonly record?: string | null;
  /** In the place of the form's own one-time key; null leaves it out. */
  readonly key?: string | null;
  readonly action?: string;
}

type Values = Iterable<readonly [string, string | File]>;

/** A browser without JavaScript, over HTTP: keeps cookies, posts forms with their hidden fields, follows 303 by hand. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: Pick<App, 'fetch'>;

  constructor(app: Pick<App, 'fetch'>) {
    this.#app = app;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<VisitedPage> {
    return this.#request(path, { headers });
  }

  /** Posts a form of a page, as a click on its button does. */
  async post(page: VisitedPage, values: Values, options: PostOptions = {}): Promise<VisitedPage> {
    const { html, id } = formOf(page.html, options.form);
    const hidden = (name: string, given: string | null | undefined) =>
      given === undefined ? attribute(new RegExp(`name="${name}" value="([^"]*)"`), html) : given;
    const body = options.multipart ? new FormData() : new URLSearchParams();
    for (const [name, given] of [
      ['_action_form', options.record],
      ['_action_key', options.key],
    ] as const) {
      const value = hidden(name, given);
      if (value !== null && value !== undefined) body.append(name, value);
    }
    for (const [name, value] of values) {
      if (body instanceof FormData) body.append(name, value);
      else body.append(name, value as string); // why: files need `multipart`
    }
    const action = options.action ?? unescape(attribute(/<form[^>]* action="([^"]*)"/, html) ?? '');
    const target = new URL(action, new URL(page.path, 'http://site.invalid'));
    const headers = { 'sec-fetch-site': 'same-origin', 'x-form': id ?? '', ...options.headers };
    return this.#request(target.pathname + target.search, { method: 'POST', body, headers });
  }

  /** The page that a redirect points to. */
  async follow({ headers, path }: VisitedPage): Promise<VisitedPage> {
    const location = headers.get('location');
    if (location === null) throw new Error('There is no Location to follow');
    const url = new URL(location, new URL(path, 'http://site.invalid'));
    return this.get(url.pathname + url.search);
  }

  async #request(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<VisitedPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.fetch(path, { ...init, headers: { ...init.headers, ...(cookie && { cookie }) } });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const html = await response.text();
    return {
      path,
      status: response.status,
      headers: response.headers,
      html,
      text: (id) =>
        unescape(
          attribute(new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>([\\s\\S]*?)</\\1>`), html, 2)?.replace(/<[^>]*>/g, '') ??
            '',
        ),
    };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const equals = pair.indexOf('=');
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** Values of a control's attribute, by the control's name. */
export function valueOf(html: string, name: string): string | undefined {
  const escaped = name.replace(/[[\]().]/g, '\\$&');
  const control = new RegExp(`<input(?=[^>]* name="${escaped}")(?![^>]* type="hidden")[^>]*>`).exec(html)?.[0];
  return control === undefined ? undefined : unescape(/ value="([^"]*)"/.exec(control)?.[1] ?? '');
}

function formOf(html: string, id: string | undefined): { html: string; id: string | undefined } {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const found = id === undefined ? forms[0] : forms.find((form) => new RegExp(`^<form[^>]* id="${id}"`).test(form));
  if (found === undefined) throw new Error(`There is no form ${id ?? ''} in the page:\n${html}`);
  return { html: found, id };
}

function attribute(pattern: RegExp, html: string, group = 1): string | undefined {
  return pattern.exec(html)?.[group];
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}
