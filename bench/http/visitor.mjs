// A browser as far as a server sees it: one connection, cookies, the headers that Chromium sends, the form of a page.
import { Agent, request } from 'node:http';

/** @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, body: string }} Answer */
/** @typedef {{ method?: string, headers?: Record<string, string>, body?: string }} Init */

/** What every request of the browser says. */
const common = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Chromium";v="140", "Not=A?Brand";v="24"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-US,en;q=0.9',
  'Sec-Fetch-Site': 'same-origin',
};

/** What a navigation says on top of it. */
const navigation = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
  'Upgrade-Insecure-Requests': '1',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-User': '?1',
  'Sec-Fetch-Dest': 'document',
};

/** What the island's `fetch` says on top of it. */
const call = { Accept: 'application/json', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' };

export class Visitor {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  /** @type {Map<string, { value: string, lasts: boolean }>} */
  #cookies = new Map();
  /** @type {[name: string, value: string][]} */
  #hidden = [];
  #page;
  #formAction = '';

  /** @param {URL} page */
  constructor(page) {
    this.#page = page;
  }

  /** Loads the page, so that its form can be sent. */
  async open() {
    return this.#readForm(await this.#send(this.#page, { headers: navigation }));
  }

  /**
   * Sends the form as the browser does by itself, and follows a redirect.
   * @param {readonly (readonly [string, string])[]} fields
   * @param {string} [action] Default: where the form says.
   */
  async submit(fields, action = this.#formAction) {
    const answer = await this.#post(action, fields, navigation);
    if (answer.status !== 303) return this.#readForm(answer);
    const arrived = await this.#send(new URL(answer.headers.location ?? '', this.#page), { headers: navigation });
    return this.#readForm(arrived);
  }

  /**
   * Sends the form as the island does.
   * @param {readonly (readonly [string, string])[]} fields
   * @param {string} action
   */
  async call(fields, action) {
    const answer = await this.#post(action, fields, call);
    const next = answer.headers['x-action-key'];
    if (next !== undefined)
      this.#hidden = this.#hidden.map((field) => (isKey(field) ? [field[0], String(next)] : field));
    return answer;
  }

  /** As after some minutes: cookies that were meant for the next page are gone. */
  wait() {
    for (const [name, { lasts }] of this.#cookies) if (!lasts) this.#cookies.delete(name);
  }

  leave() {
    this.#agent.destroy();
  }

  /**
   * @param {string} action
   * @param {readonly (readonly [string, string])[]} fields
   * @param {Record<string, string>} headers
   */
  #post(action, fields, headers) {
    const body = new URLSearchParams([...this.#hidden, ...fields].map(([name, value]) => [name, value])).toString();
    const posting = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: this.#page.origin };
    return this.#send(new URL(action, this.#page), { method: 'POST', headers: { ...headers, ...posting }, body });
  }

  /**
   * @param {URL} url
   * @param {Init} init
   * @returns {Promise<Answer>}
   */
  #send(url, { method = 'GET', headers = {}, body }) {
    const cookie = [...this.#cookies].map(([name, { value }]) => `${name}=${value}`).join('; ');
    const all = {
      ...common,
      ...headers,
      Referer: this.#page.href,
      ...(cookie !== '' && { Cookie: cookie }),
      ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
    };
    return this.#exchange(url, method, all, body);
  }

  /**
   * @param {URL} url
   * @param {string} method
   * @param {Record<string, string>} headers
   * @param {string | undefined} body
   * @returns {Promise<Answer>}
   */
  #exchange(url, method, headers, body) {
    return new Promise((resolve, reject) => {
      const sent = request(url, { agent: this.#agent, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('error', reject);
        response.on('end', () => {
          this.#takeCookies(response.headers['set-cookie'] ?? []);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      });
      sent.on('error', (error) => {
        // The server has closed the connection while it was idle: as browsers do, once more over another one.
        if (sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET')
          resolve(this.#exchange(url, method, headers, body));
        else reject(error);
      });
      sent.end(body);
    });
  }

  /** @param {readonly string[]} lines */
  #takeCookies(lines) {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const equals = pair.indexOf('=');
      const name = pair.slice(0, equals);
      if (attributes.some((attribute) => /^(?:max-age=0$|expires=thu, 01 jan 1970)/i.test(attribute)))
        this.#cookies.delete(name);
      else {
        const lasts = !attributes.some((attribute) => /^max-age=/i.test(attribute));
        this.#cookies.set(name, { value: pair.slice(equals + 1), lasts });
      }
    }
  }

  /** @param {Answer} answer */
  #readForm(answer) {
    const hidden = answer.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
    this.#hidden = [...hidden].map(([, name = '', value = '']) => [name, value]);
    this.#formAction = / method="post" action="([^"]*)"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    return answer;
  }
}

/** @param {readonly [string, string]} field */
function isKey([name]) {
  return name === '_action_key';
}
