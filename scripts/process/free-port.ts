import { createServer } from 'node:net';

const HOST = '127.0.0.1';
const PORTS_TRIED = 50;

/**
 * The first port from `wanted` upwards that nothing listens on.
 *
 * @throws Error when `PORTS_TRIED` ports in a row are taken
 */
export async function findFreePort(wanted: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < wanted + PORTS_TRIED; port++) {
    if (!taken.has(port) && (await canListen(port))) return port;
  }
  throw new Error(
    `Ports ${wanted} to ${wanted + PORTS_TRIED - 1} are all in use; name a free one with --port N.`,
  );
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}
