import type { MetadataComponent } from '../../metadata-store/types.ts';
import { COMPONENT_TYPES, parentTypeOf } from '../types/component-type.ts';
import { splitChildName } from '../types/source-component.ts';

/** What the API tells of a stored component besides its content. */
export function fileProperties(component: Omit<MetadataComponent, 'files'>) {
  const { type, fullName, lastModifiedDate } = component;
  return {
    createdById: '',
    createdByName: '',
    createdDate: lastModifiedDate,
    fileName: componentPath(type, fullName),
    fullName,
    id: '',
    lastModifiedById: '',
    lastModifiedByName: '',
    lastModifiedDate,
    manageableState: 'unmanaged',
    type,
  };
}

/** Where a component's file, or bundle folder, lies in a package. */
export function componentPath(type: string, fullName: string): string {
  const own = COMPONENT_TYPES.find(({ name }) => name === type);
  if (own?.folderOf) return `${own.directory}/${encodeName(fullName)}-meta.xml`;
  if (own) {
    return `${own.directory}/${fullName.split('/').map(encodeName).join('/')}${own.suffix === undefined ? '' : `.${own.suffix}`}`;
  }
  const parent = parentTypeOf(type);
  if (!parent) throw new Error(`The metadata type ${type} has no place in a package`);
  return componentPath(parent.name, parent.onlyName ?? splitChildName(fullName)[0]);
}

function encodeName(fullName: string): string {
  return fullName.replace(/[%:/\\<>"|?*]/g, (character) => encodeURIComponent(character));
}
