import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { SCHEMA_FILE } from './migration-files.ts';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

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

/**
 * Prisma's schema engine as WebAssembly: the one that `prisma migrate` runs as a native binary, which needs a download
 * of its own. The same version, so migrations and their table are the ones that Prisma's CLI knows.
 */
export async function loadSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = createRequire(import.meta.url).resolve(MODULE);
  const wasm = await readFile(path.join(path.dirname(file), 'schema_engine_bg.wasm'));
  const { instance } = await (globalThis as unknown as WasmGlobals).WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': bindings,
  });
  // The engine reports a panic through this global; without it the message is lost behind a TypeError.
  (globalThis as unknown as WasmGlobals).PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => process.emitWarning(message, 'PrismaSchemaEngine'),
  };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels: [string, string][] = [[SCHEMA_FILE, await readFile(SCHEMA_FILE, 'utf8')]];
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}
