import { parseArgs } from 'node:util';
import { createOrg } from './create-org.ts';
import type { Org } from './org.ts';
import { createServer } from './server.ts';

const USAGE = 'Usage: node local-org/src/main.ts --port N [--empty] [--data DIR]';
const HOST = '127.0.0.1';

interface Options {
  port: number;
  dataDir: string | undefined;
}

/** Ends the process with one line that says what to do. */
function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        // Every org starts with standard objects and one administrator; data comes through its APIs.
        empty: { type: 'boolean', default: false },
        data: { type: 'string' },
      },
    });
    const port = Number(values.port);
    if (values.port === undefined || !Number.isInteger(port) || port < 0 || port > 65535) {
      fail(`--port must be a whole number from 0 (any free port) to 65535. ${USAGE}`);
    }
    return { port, dataDir: values.data };
  } catch (error) {
    return fail(`${(error as Error).message} ${USAGE}`);
  }
}

function openOrg(dataDir: string | undefined): Org {
  try {
    return createOrg(dataDir === undefined ? {} : { dataDir });
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { port, dataDir } = readOptions();
const org = openOrg(dataDir);
const server = createServer(org);

server.once('error', (error: NodeJS.ErrnoException) => {
  org.close();
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Stop what listens there, or choose another with --port.`
      : `The local org cannot listen on port ${port}: ${error.message}`,
  );
});
server.listen(port, HOST, () => {
  process.stdout.write(`ready ${org.baseUrl()} ${org.sessions.open(org.adminId)}\n`);
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    server.close(() => org.close());
    server.closeIdleConnections();
    // A client that keeps its connection busy does not keep the org from stopping.
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}
