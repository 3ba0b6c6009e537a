import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { SCHEMA_FILE } from './migration-files.ts';
import type * as EngineBindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** What is used of globals that Node has and its type definitions lack. */
interface WasmGlobals {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
  };
  PRISMA_WASM_PANIC_REGISTRY: { set_message(message: string): void };
}

const MODULE = '@prisma/schema-engine-wasm/schema_engine_bg';

/** Once a process: the bindings keep one instance, and loading a second breaks what the first still has to do. */
let loading: Promise<typeof EngineBindings> | null = null;

/**
 * Prisma's schema engine as WebAssembly: the one that `prisma migrate` runs as a native binary, which needs a download
 * of its own. The same version, so migrations and their table are the ones that Prisma's CLI knows.
 */
export async function loadSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<EngineBindings.SchemaEngine> {
  loading ??= loadBindings();
  const { SchemaEngine } = await loading;
  const datamodels: [string, string][] = [[SCHEMA_FILE, await readFile(SCHEMA_FILE, 'utf8')]];
  return SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function loadBindings(): Promise<typeof EngineBindings> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const globals = globalThis as unknown as WasmGlobals;
  const file = createRequire(import.meta.url).resolve(MODULE);
  const wasm = await readFile(path.join(path.dirname(file), 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': withUnheldTimers(bindings) };
  const { instance } = await globals.WebAssembly.instantiate(wasm, imports);
  // The engine reports a panic through this global; without it the message is lost behind a TypeError.
  globals.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => process.emitWarning(message, 'PrismaSchemaEngine'),
  };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/**
 * The engine never clears the ten-second timer of its lock, which would keep a finished process alive that long: its
 * timers are made not to hold the process. Their bindings look `setTimeout` up at the moment of the call.
 */
function withUnheldTimers(bindings: object): object {
  const real = globalThis.setTimeout;
  const unheld = (...parameters: Parameters<typeof real>) => real(...parameters).unref();
  const wrapped = Object.entries(bindings).map(
    ([name, binding]: [string, (...args: unknown[]) => unknown]) => {
      if (!name.startsWith('__wbg_setTimeout_')) return [name, binding];
      const call = (...args: unknown[]) => {
        globalThis.setTimeout = unheld as typeof real;
        try {
          return binding(...args);
        } finally {
          globalThis.setTimeout = real;
        }
      };
      return [name, call];
    },
  );
  return Object.fromEntries(wrapped) as object;
}
