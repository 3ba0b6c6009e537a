import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { findLightningModule, readBaseComponentAliases } from './entries.ts';
import { LIGHTNING_ROOT, packageRoot } from './paths.ts';

const MODULES = path.join(LIGHTNING_ROOT, 'modules');
const ICON_LIBRARY = path.join(LIGHTNING_ROOT, 'icons', 'icon-library.ts');
const VIRTUAL = '\0tenure:';
const SESSION = '\0session:';
const FORM_FACTOR = '@salesforce/client/formFactor';
const ICON_TEMPLATES = /^lightning\/iconSvgTemplates(Utility|Standard|Custom|Action|Doctype)?(?:Rtl)?$/;

/**
 * Resolves the platform's module names to files, and strips the types of our own.
 * Icons come from the design system's sprites by name instead of one template each, which would be 2.4 MB of script.
 */
export function resolveModules(): Plugin {
  const aliases = readBaseComponentAliases();
  return {
    name: 'tenure:modules',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'lwc') return path.join(packageRoot('lwc'), 'engine-dom.js');
      if (id === '@lwc/wire-service') return path.join(packageRoot('lwc'), 'wire-service.js');
      if (ICON_TEMPLATES.test(id)) return VIRTUAL + id;
      const alias = aliases.get(id);
      if (alias) return isOfSession(id) ? SESSION + id : alias;
      if (id === 'force/navigation') return findLightningModule('navigation');
      const [scope, name = ''] = id.split('/');
      if (scope === 'lightning') return findLightningModule(name);
      const own = path.join(MODULES, scope ?? '', name, `${name}.ts`);
      return /^[a-z]\w*\/\w+$/.test(id) && existsSync(own) ? own : undefined;
    },
    load(id) {
      if (id.startsWith(SESSION)) return sessionModule(id.slice(SESSION.length), aliases);
      const category =
        id.startsWith(VIRTUAL) && (ICON_TEMPLATES.exec(id.slice(VIRTUAL.length))?.[1] ?? 'Utility');
      if (!category) return undefined;
      return `import { iconLibrary } from ${JSON.stringify(ICON_LIBRARY)};\nexport default iconLibrary('${category.toLowerCase()}');`;
    },
    transform(code, id) {
      const file = id.split('?')[0]!;
      if (!file.startsWith(LIGHTNING_ROOT) || !file.endsWith('.ts')) return undefined;
      const output = ts.transpileModule(code, { fileName: file, compilerOptions: readCompilerOptions() });
      return { code: output.outputText, map: null };
    },
  };
}

/** Modules whose value depends on who is logged in, and where. */
function isOfSession(id: string): boolean {
  return id.startsWith('@salesforce/i18n/') || id === FORM_FACTOR;
}

/** Exports what the document says of its user, else the base components' own default. */
function sessionModule(id: string, aliases: Map<string, string>): string {
  if (id === FORM_FACTOR)
    return "import { formFactor } from 'platform/session';\nexport default formFactor();";
  const name = id.slice('@salesforce/'.length);
  return [
    `import otherwise from ${JSON.stringify(aliases.get(id))};`,
    "import { sessionSetting } from 'platform/session';",
    `export default sessionSetting(${JSON.stringify(name)}, otherwise);`,
  ].join('\n');
}

let compilerOptions: ts.CompilerOptions | undefined;

function readCompilerOptions(): ts.CompilerOptions {
  const file = path.join(LIGHTNING_ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, (name) => readFileSync(name, 'utf8')) as {
    config: { compilerOptions: object };
  };
  compilerOptions ??= ts.convertCompilerOptionsFromJson(config.compilerOptions, LIGHTNING_ROOT).options;
  return { ...compilerOptions, noEmit: false };
}
