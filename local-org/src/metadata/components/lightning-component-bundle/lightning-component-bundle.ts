import { compileBundle } from '../../../lwc-compiler/compile-bundle.ts';
import { createModuleResolver } from '../../../lwc-compiler/module-resolver.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf, type SourceComponent } from '../../types/source-component.ts';
import type { ComponentHandler } from '../handler.ts';
import { checkNotReferenced } from '../references.ts';
import { checkBundleMeta } from './check-bundle-meta.ts';

/** A Lightning web component: compiled as the platform compiles it, its configuration held against its script. */
export const lightningComponentBundle: ComponentHandler = {
  type: 'LightningComponentBundle',
  async prepare(component, context) {
    const { fullName, files } = component;
    if (!files[`${fullName}.js`] && files[`${fullName}.ts`]) {
      const message = `The bundle ${fullName} holds ${fullName}.ts but no ${fullName}.js; expected the compiled script`;
      return [{ message, fileName: `${component.fileName}/${fullName}.ts` }];
    }
    const moduleExists = createModuleResolver({
      schema: context.plannedSchema,
      componentExists: context.isPlanned,
    });
    const { problems } = await compileBundle(fullName, files, { moduleExists });
    return problems.map(({ file, line, column, message }) => ({
      message,
      line,
      column,
      fileName: `${component.fileName}/${file}`,
    }));
  },
  deploy(component, context) {
    return checkBundleMeta(component.fullName, definitionOf(component), {
      objectExists: (name) => context.org.schema.object(name)?.name === name,
      script: component.files[`${component.fullName}.js`] ?? '',
    }).map((problem) => inMeta(component, problem));
  },
  remove: (fullName, context) =>
    checkNotReferenced({ type: 'LightningComponentBundle', fullName }, [fullName, tagOf(fullName)], context),
};

function inMeta(component: SourceComponent, problem: ComponentProblem): ComponentProblem {
  return { ...problem, fileName: `${component.fileName}/${component.fullName}.js-meta.xml` };
}

/** `csRiskBand` → `c-cs-risk-band`, as templates name it. */
function tagOf(bundle: string): string {
  return `c-${bundle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
