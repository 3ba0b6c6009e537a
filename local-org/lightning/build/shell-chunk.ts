import path from 'node:path';
import { LIGHTNING_ROOT } from './paths.ts';

const BOOT = path.join(LIGHTNING_ROOT, 'modules', 'one', 'boot', 'boot.ts');
const SHELL_CHUNK = 'shell';

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/**
 * Names the chunk of a module: one for everything that the shell imports, which every page loads anyway, so that
 * it comes in one request rather than in two hundred. The rest is left to the bundler.
 */
export function nameShellChunk(boot = BOOT): (id: string, graph: ModuleGraph) => string | null {
  let shell: Set<string> | undefined;
  return (id, graph) => {
    shell ??= reachableFrom(boot, graph);
    return shell.has(id) ? SHELL_CHUNK : null;
  };
}

function reachableFrom(entry: string, graph: ModuleGraph): Set<string> {
  const found = new Set([entry]);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const id of found) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
