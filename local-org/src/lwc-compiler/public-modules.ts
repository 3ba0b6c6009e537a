import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface ModuleEntry {
  /** Present on what the platform offers to everyone; internals have none. */
  minVersion?: string;
}

let entries: Readonly<Record<string, ModuleEntry>> | undefined;

/**
 * Whether the platform offers `lightning/<name>` to custom components. The base components' own package
 * lists the platform's modules with the API version each is public from, those it does not ship included.
 */
export function isPublicLightningModule(name: string): boolean {
  entries ??= readEntries();
  return entries[name]?.minVersion !== undefined;
}

function readEntries(): Record<string, ModuleEntry> {
  const manifest = createRequire(import.meta.url).resolve('lightning-base-components/package.json');
  return JSON.parse(
    readFileSync(path.join(path.dirname(manifest), 'metadata', 'raptor.json'), 'utf8'),
  ) as Record<string, ModuleEntry>;
}
