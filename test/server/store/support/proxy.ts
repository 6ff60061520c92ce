import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and a server, and can lose connections as a broken network does: without telling. */
export interface Proxy {
  readonly url: string;
  /** The connections that are there stay open, and nothing passes any more. New ones work. */
  muteConnections(): void;
  stop(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const { protocol, hostname, port } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    pairs.add([near, far]);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const address = proxy.address() as AddressInfo; // why: a listening TCP server has one
  return {
    url: `${protocol}//127.0.0.1:${address.port}`,
    muteConnections: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.resume();
      }
    },
    stop: async () => {
      for (const socket of [...pairs].flat()) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
