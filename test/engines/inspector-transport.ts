import type { ConnectOverCDPTransport } from '@playwright/test';
import { WebSocket } from 'ws';

/** What the inspector takes in one frame is 128 KiB; Playwright's scripts are longer. */
const frameLength = 64 * 1024;

/**
 * Carries the messages between Playwright and one page of WebKit's inspector. Playwright could find the page by itself
 * only where the inspector lists its pages as iOS does.
 */
export function inspectorTransport(address: string): ConnectOverCDPTransport {
  let socket: WebSocket | undefined;
  const transport: ConnectOverCDPTransport = {
    open() {
      socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 0 });
      socket.on('message', (data) => transport.onmessage?.(JSON.parse(String(data))));
      socket.on('close', (_code, reason) => transport.onclose?.(String(reason)));
    },
    send(message) {
      const bytes = Buffer.from(JSON.stringify(message));
      for (let start = 0; start < bytes.length; start += frameLength) {
        const end = start + frameLength;
        socket?.send(bytes.subarray(start, end), { binary: false, fin: end >= bytes.length });
      }
    },
    close: () => socket?.close(),
  };
  return transport;
}
