import type { MetadataStore } from '../../../metadata-store/types.ts';
import { definitionOf } from '../../types/source-component.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { childFlag } from '../../xml/xml-element.ts';
import type { ComponentHandler } from '../handler.ts';
import { problemAt } from '../problem.ts';

const TYPE = 'Settings';
const FULL_NAME = 'Security';
/** Setup → User Interface: Enable "Set Audit Fields upon Record Creation" and "Update Records with Inactive Owners". */
const AUDIT_FIELDS = 'enableAuditFieldsInactiveOwner';

/**
 * The org's settings, of which one switch is modelled: that permission sets may grant Set Audit Fields upon
 * Record Creation. Turning it off again is not.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_securitysettings.htm
 */
export const securitySettings: ComponentHandler = {
  type: TYPE,
  deploy(component) {
    const settings = definitionOf(component);
    if (component.fullName !== FULL_NAME) {
      return [problemAt(settings, `The local org does not model ${component.fullName}Settings.`)];
    }
    const others = settings.children.filter(({ name }) => name !== AUDIT_FIELDS);
    if (others.length > 0) {
      return others.map((other) =>
        problemAt(other, `The local org does not model the setting ${other.name}.`),
      );
    }
    if (childFlag(settings, AUDIT_FIELDS)) return [];
    return [problemAt(settings, `The local org models turning ${AUDIT_FIELDS} on, and no other value.`)];
  },
  remove: () => [{ message: 'Settings cannot be deleted' }],
};

/** Whether permission sets may grant Set Audit Fields upon Record Creation. */
export function allowsAuditFields(metadata: MetadataStore): boolean {
  const [file] = Object.values(metadata.get(TYPE, FULL_NAME)?.files ?? {});
  return file !== undefined && childFlag(parseXml(file), AUDIT_FIELDS);
}
