import { createHash } from 'node:crypto';
import { version as compilerVersion } from '@lwc/compiler';
import { compileBundle } from '../lwc-compiler/compile-bundle.ts';
import type { CompiledBundle } from '../lwc-compiler/types.ts';
import type { MetadataComponent, MetadataStore } from '../metadata-store/types.ts';

interface DeployedBundle {
  files: Record<string, string>;
  /** Another one with any change of the bundle's files, or of the compiler. */
  version: string;
}

/** Deployed bundles, compiled when first asked for and kept until their files change. */
export class CompiledBundles {
  #metadata: MetadataStore;
  #compiled = new Map<string, { version: string; bundle: Promise<CompiledBundle> }>();
  #deployed = new Map<string, DeployedBundle>();
  #revision: number | undefined;

  constructor(metadata: MetadataStore) {
    this.#metadata = metadata;
  }

  /**
   * The main file of every deployed bundle, its script or the stylesheet of a library of styles, below the version of
   * the bundle: `1f3a…/csX.js`. What a version holds never changes, so that browsers may keep it.
   */
  mainFiles(): Map<string, string> {
    const bundles = [...this.#bundles()];
    return new Map(
      bundles.map(([name, { files, version }]) => {
        const main = `${name}.js` in files ? `${name}.js` : `${name}.css`;
        return [name, `${version}/${main}`];
      }),
    );
  }

  /** The version of a deployed bundle, or undefined when there is none of that name. */
  version(bundle: string): string | undefined {
    return this.#bundles().get(bundle)?.version;
  }

  /** One module of a deployed bundle as it is now, or undefined when there is none of that name. */
  async module(bundle: string, file: string): Promise<string | undefined> {
    const deployed = this.#bundles().get(bundle);
    if (!deployed) return undefined;
    const { modules, problems } = await this.#compile(bundle, deployed);
    const [problem] = problems;
    if (!problem) return modules.get(file);
    const message = `${bundle} does not compile: ${problem.file}:${problem.line ?? 1}: ${problem.message}`;
    return `throw new SyntaxError(${JSON.stringify(message)});\n`;
  }

  /** Read anew after a deploy only: a page asks for a hundred modules at once. */
  #bundles(): Map<string, DeployedBundle> {
    const revision = this.#metadata.revision();
    if (revision === this.#revision) return this.#deployed;
    const components = this.#metadata.list('LightningComponentBundle');
    this.#deployed = new Map(components.map((component) => [component.fullName, deployed(component)]));
    this.#revision = revision;
    return this.#deployed;
  }

  #compile(name: string, { files, version }: DeployedBundle): Promise<CompiledBundle> {
    const known = this.#compiled.get(name);
    if (known?.version === version) return known.bundle;
    const bundle = compileBundle(name, files);
    this.#compiled.set(name, { version, bundle });
    return bundle;
  }
}

function deployed({ files }: MetadataComponent): DeployedBundle {
  const hash = createHash('sha256').update(compilerVersion).update(JSON.stringify(files));
  return { files, version: hash.digest('base64url').slice(0, 16) };
}
