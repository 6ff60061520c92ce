import { Agent, request } from 'node:http';
import { BOUNDARY, JSON_TYPE, MULTIPART, URL_ENCODED, type Cell } from './cells.js';

const bodies: Readonly<Record<string, string>> = {
  [URL_ENCODED]: 'text=x',
  [MULTIPART]: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--${BOUNDARY}--\r\n`,
  [JSON_TYPE]: '{"text":"x"}',
  'text/plain': 'text=x',
};

/** Sends requests over connections that are kept, with exactly the headers that a cell says. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** The status of the answer. */
  send(cell: Cell, id: string): Promise<number> {
    const { method, fetchSite, origin, referer, contentType, route, deployment, order } = cell;
    const body = method === 'GET' || method === 'HEAD' || contentType === undefined ? '' : bodies[contentType]!;
    const headers = {
      ...deployment.headers,
      ...(fetchSite !== undefined && { 'sec-fetch-site': fetchSite }),
      ...(origin !== undefined && { origin }),
      ...(referer !== undefined && { referer }),
      ...(contentType !== undefined && { 'content-type': contentType }),
      ...(order !== undefined && { 'x-order': order }),
      'content-length': String(body.length),
    };
    const path = `${route.path}${route.path.includes('?') ? '&' : '?'}cell=${id}`;
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, headers });
      sent.on('error', reject);
      sent.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.end(body);
    });
  }

  stop(): void {
    this.#agent.destroy();
  }
}
