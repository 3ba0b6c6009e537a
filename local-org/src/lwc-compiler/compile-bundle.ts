import { transformSync } from '@lwc/compiler';
import { readCompilerProblems } from './compiler-problems.ts';
import { findUnresolvedReferences } from './unresolved-references.ts';
import { linkModule } from './link-module.ts';
import type { CompiledBundle, CompileProblem } from './types.ts';

export interface CompileOptions {
  /**
   * Whether a module outside the bundle exists: `c/csOther`, `lightning/card`, `@salesforce/schema/Account.Name`.
   * Without it such references are taken on trust.
   */
  moduleExists?: (specifier: string) => boolean;
}

const COMPILED_FILE = /\.(?:js|html|css)$/;
const DYNAMIC_COMPONENT_CAPABILITY = /<capability>\s*lightning__dynamicComponent\s*<\/capability>/;
const DEFAULT_API_VERSION = 66;

/**
 * Compiles one Lightning web component bundle as a deploy does: every file to one ES module, with every
 * problem by file, line and column (both from 1). The result serves as it stands: relative imports carry
 * their extension, and a template or stylesheet that the compiler looks for but the bundle lacks is an empty module.
 *
 * @param name the bundle's name, `csRisk`
 * @param files file name inside the bundle → content, the `-meta.xml` included; TypeScript, tests and icons are ignored
 * @example
 * const { modules, problems } = await compileBundle('csRisk', { 'csRisk.js': '…', 'csRisk.html': '…' });
 */
export async function compileBundle(
  name: string,
  files: Readonly<Record<string, string>>,
  options: CompileOptions = {},
): Promise<CompiledBundle> {
  const sources = Object.entries(files).filter(([file]) => isSource(file));
  const problems: CompileProblem[] = findLayoutProblems(name, files);
  const compiled = new Map<string, string>();
  for (const [file, source] of sources) {
    await new Promise(setImmediate);
    problems.push(...findUnresolvedReferences(file, source, { files, moduleExists: options.moduleExists }));
    try {
      compiled.set(file, compileFile(name, file, source, files));
    } catch (error) {
      problems.push(...readCompilerProblems(file, source, error));
    }
  }
  const modules = new Map<string, string>();
  for (const [file, code] of compiled) {
    const linked = linkModule(file, code, files);
    modules.set(file, linked.code);
    for (const missing of linked.implicitModules) modules.set(missing, 'export default undefined;\n');
  }
  return { modules, problems };
}

function isSource(file: string): boolean {
  return COMPILED_FILE.test(file) && !file.split('/').some((part) => part.startsWith('__'));
}

function compileFile(
  name: string,
  file: string,
  source: string,
  files: Readonly<Record<string, string>>,
): string {
  const meta = files[`${name}.js-meta.xml`] ?? '';
  const { code } = transformSync(source, file, {
    name,
    namespace: 'c',
    apiVersion: Number.parseFloat(/<apiVersion>\s*([\d.]+)/.exec(meta)?.[1] ?? `${DEFAULT_API_VERSION}`),
    // https://developer.salesforce.com/docs/platform/lwc/guide/js-dynamic-components.html
    enableDynamicComponents: DYNAMIC_COMPONENT_CAPABILITY.test(meta),
    enableSyntheticElementInternals: true,
    experimentalErrorRecoveryMode: true,
    scopedStyles: file.endsWith('.scoped.css'),
  });
  return code;
}

/** A bundle is named like its main file: a script with or without a template, or a stylesheet alone. */
function findLayoutProblems(name: string, files: Readonly<Record<string, string>>): CompileProblem[] {
  const problems: CompileProblem[] = [];
  if (!/^[a-z](?:_?[A-Za-z0-9])*$/.test(name)) {
    const message = `The bundle name "${name}" must begin with a lowercase letter and hold only letters, digits and single underscores.`;
    problems.push({ file: `${name}.js-meta.xml`, message });
  }
  if (!files[`${name}.js`] && !files[`${name}.css`]) {
    const message = `The bundle has no ${name}.js. The platform does not compile TypeScript: deploy the compiled script.`;
    problems.push({ file: `${name}.js`, message });
  }
  return problems;
}
