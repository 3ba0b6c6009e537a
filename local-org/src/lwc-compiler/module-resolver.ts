import type { Schema } from '../schema/types.ts';
import { isPublicLightningModule } from './public-modules.ts';

interface Surroundings {
  schema: Schema;
  /** Whether the org, or the deploy under way, holds this component: `('LightningComponentBundle', 'csRisk')`. */
  componentExists: (type: string, fullName: string) => boolean;
}

/** `@salesforce/<kind>/…` modules that stand for one metadata component. */
const COMPONENT_TYPES: Readonly<Record<string, string>> = {
  resourceUrl: 'StaticResource',
  messageChannel: 'LightningMessageChannel',
  customPermission: 'CustomPermission',
};

/** `@salesforce/<kind>/<name>` with a closed list of names. https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html */
const NAMED_MODULES: Readonly<Record<string, readonly string[]>> = {
  user: ['Id', 'isGuest'],
  client: ['formFactor'],
};

/**
 * Answers `compileBundle`'s question whether a module exists, as an org without Apex answers it.
 *
 * @example
 * const moduleExists = createModuleResolver({ schema, componentExists: (type, name) => deployed.has(type, name) });
 */
export function createModuleResolver(around: Surroundings): (specifier: string) => boolean {
  return (specifier) => {
    const [scope, kind = '', ...rest] = specifier.split('/');
    if (scope === 'lwc') return true;
    if (scope === 'c') return rest.length === 0 && around.componentExists('LightningComponentBundle', kind);
    if (scope === 'lightning') return rest.length === 0 && isPublicLightningModule(kind);
    return scope === '@salesforce' && scopedModuleExists(kind, rest.join('/'), around);
  };
}

function scopedModuleExists(kind: string, name: string, { schema, componentExists }: Surroundings): boolean {
  if (kind === 'schema') return schemaReferenceExists(name, schema);
  if (kind === 'label') return name.startsWith('c.') && componentExists('CustomLabel', name.slice(2));
  if (kind === 'userPermission' || kind === 'i18n') return /^[A-Za-z]\w*(\.\w+)*$/.test(name);
  const type = COMPONENT_TYPES[kind];
  if (type) return componentExists(type, name.replace(/__c$/, ''));
  return NAMED_MODULES[kind]?.includes(name) ?? false;
}

/** `Account`, `Account.Name` or a path over lookups, `Account.Owner.Name`; names are case-sensitive, as in an org. */
function schemaReferenceExists(reference: string, schema: Schema): boolean {
  const [objectName = '', ...path] = reference.split('.');
  const object = schema.object(objectName);
  if (object?.name !== objectName) return false;
  return path.length === 0 || pathExists([objectName], path, schema);
}

function pathExists(objectNames: string[], path: string[], schema: Schema): boolean {
  const [step = '', ...rest] = path;
  return objectNames.some((objectName) => {
    if (rest.length === 0) return schema.field(objectName, step)?.name === step;
    const reference = schema.parentRelationship(objectName, step)?.reference;
    return reference?.relationshipName === step && pathExists(reference.to, rest, schema);
  });
}
