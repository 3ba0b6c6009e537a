import { createHash } from 'node:crypto';
import { compileBundle } from '../lwc-compiler/compile-bundle.ts';
import type { CompiledBundle } from '../lwc-compiler/types.ts';
import type { MetadataComponent, MetadataStore } from '../metadata-store/types.ts';

/** Deployed bundles, compiled when first asked for and kept until their files change. */
export class CompiledBundles {
  #metadata: MetadataStore;
  #compiled = new Map<string, { hash: string; bundle: Promise<CompiledBundle> }>();

  constructor(metadata: MetadataStore) {
    this.#metadata = metadata;
  }

  /** The main file of every deployed bundle: its script, or the stylesheet of a library of styles. */
  mainFiles(): Map<string, string> {
    return new Map(
      this.#metadata
        .list('LightningComponentBundle')
        .map(({ fullName, files }) => [
          fullName,
          `${fullName}.js` in files ? `${fullName}.js` : `${fullName}.css`,
        ]),
    );
  }

  /** One module of a deployed bundle, or undefined when there is none of that name. */
  async module(bundle: string, file: string): Promise<string | undefined> {
    const component = this.#metadata.get('LightningComponentBundle', bundle);
    if (!component) return undefined;
    const { modules, problems } = await this.#compile(component);
    const [problem] = problems;
    if (!problem) return modules.get(file);
    const message = `${bundle} does not compile: ${problem.file}:${problem.line ?? 1}: ${problem.message}`;
    return `throw new SyntaxError(${JSON.stringify(message)});\n`;
  }

  #compile(component: MetadataComponent): Promise<CompiledBundle> {
    const hash = createHash('sha256').update(JSON.stringify(component.files)).digest('hex');
    const known = this.#compiled.get(component.fullName);
    if (known?.hash === hash) return known.bundle;
    const bundle = compileBundle(component.fullName, component.files);
    this.#compiled.set(component.fullName, { hash, bundle });
    return bundle;
  }
}
