import type { Express } from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { AppError } from './errors.ts';

/** Listens, or says in one line why not. */
export async function listen(app: Express, host: string, port: number): Promise<Server> {
  const server = createServer(app);
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return server;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? 'something else listens there' : message;
    throw new AppError(
      'CANNOT_LISTEN',
      `The companion cannot listen on ${host}:${port}: ${why}. Set COMPANION_HOST and COMPANION_PORT to a free address.`,
      { cause },
    );
  }
}
