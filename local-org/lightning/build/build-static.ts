import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import lwc from 'vite-plugin-lwc';
import { buildKey } from './build-key.ts';
import { isBuilt, MANIFEST } from './built.ts';
import { listEntries } from './entries.ts';
import { BUILD_ROOT, LIGHTNING_ROOT, packageRoot } from './paths.ts';
import { pruneBuilds } from './prune-builds.ts';
import { resolveModules } from './resolve-modules.ts';
import { nameShellChunk } from './shell-chunk.ts';

/**
 * Builds what every page shares: `lwc`, the base components, our stand-ins for platform modules, and the shell.
 * The result appears whole or not at all: a build goes to a folder of its own and is renamed at the end, so that
 * two processes may build at once.
 *
 * @returns the folder of the build
 */
export async function buildStatic(report: (line: string) => void = () => {}): Promise<string> {
  const key = buildKey();
  const target = path.join(BUILD_ROOT, key);
  if (isBuilt(target)) return target;
  mkdirSync(BUILD_ROOT, { recursive: true });
  const folder = mkdtempSync(path.join(BUILD_ROOT, 'building-'));
  try {
    const started = performance.now();
    report('Building the Lightning pages (once; about half a minute) …');
    await buildSyntheticShadow(folder);
    const entries = listEntries();
    const preload = await buildModules(folder, entries);
    writeFileSync(path.join(folder, MANIFEST), JSON.stringify({ key, entries, preload }, null, 2));
    moveIntoPlace(folder, target);
    pruneBuilds(BUILD_ROOT);
    report(`Lightning pages built in ${Math.round((performance.now() - started) / 1000)} s.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return target;
}

/** Synthetic shadow must patch the DOM before any module runs, so it is a classic script. */
async function buildSyntheticShadow(folder: string): Promise<void> {
  await build({
    ...COMMON,
    root: LIGHTNING_ROOT,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'esnext',
      lib: {
        entry: path.join(packageRoot('@lwc/synthetic-shadow'), 'dist', 'index.js'),
        formats: ['iife'],
        name: 'syntheticShadow',
        fileName: () => 'synthetic-shadow.js',
      },
    },
  });
}

/** Answers the files that the shell imports at once, so that a page can ask for them ahead. */
async function buildModules(folder: string, entries: string[]): Promise<string[]> {
  const output = await build({
    ...COMMON,
    root: LIGHTNING_ROOT,
    oxc: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'esnext',
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        // Differs by user, so it is asked of the server.
        external: ['@salesforce/user/Id'],
        input: Object.fromEntries(entries.map((entry) => [entry, entry])),
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: { groups: [{ name: nameShellChunk() }] },
        },
      },
    },
    plugins: [
      resolveModules(),
      lwc({
        rootDir: path.join(LIGHTNING_ROOT, 'modules'),
        modules: [],
        exclude: [
          '**/node_modules/@lwc/**',
          '**/node_modules/lwc/**',
          '**/icons/**',
          '**/importModule/**',
          '\0*',
        ],
        enableDynamicComponents: true,
        enableSyntheticElementInternals: true,
      }),
    ],
  });
  return staticImports(output as Rolldown.RolldownOutput, 'one/boot.js');
}

function staticImports({ output }: Rolldown.RolldownOutput, entry: string): string[] {
  const imports = new Map(output.map((file) => [file.fileName, 'imports' in file ? file.imports : []]));
  const found = new Set<string>();
  const follow = (file: string): void =>
    (imports.get(file) ?? []).forEach((one) => {
      if (!imports.has(one) || found.has(one)) return;
      found.add(one);
      follow(one);
    });
  follow(entry);
  return [...found];
}

const COMMON = {
  configFile: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
} as const;

function moveIntoPlace(folder: string, target: string): void {
  try {
    renameSync(folder, target);
  } catch (error) {
    if (!isBuilt(target)) throw error;
  }
}
