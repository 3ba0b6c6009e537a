import type { SourceComponent } from '../types/source-component.ts';
import { isNamed, type Manifest } from './read-manifest.ts';

/**
 * Whether a parent's file is in the package only for the children it holds, as `objects/Account.object` is when
 * the manifest names CustomField Account.X alone: its own attributes are then not deployed.
 */
export function isCarrier(manifest: Manifest, component: SourceComponent): boolean {
  return (
    (component.type === 'CustomObject' || component.type === 'CustomLabels') &&
    !isNamed(manifest, component.type, component.fullName)
  );
}
