import { createMissing, type StarterOrg } from './create-missing.ts';
import { readStarterTemplates, TEMPLATE_KEY, TEMPLATE_OBJECT } from './starter-templates.ts';

/** The part of an org that the loader needs. */
export type TemplateOrg = StarterOrg;

/**
 * Creates the starter templates that the org does not have. One that is there stays as it is, whatever was changed
 * in it: an admin's wording is hers. Who does not want one deactivates it; one that was deleted comes back.
 *
 * @returns how many were created
 * @throws CommandError that names the template and the org's reason when the org refuses one
 */
export async function loadStarterTemplates(org: TemplateOrg): Promise<number> {
  return createMissing(org, {
    object: TEMPLATE_OBJECT,
    key: TEMPLATE_KEY,
    records: readStarterTemplates(),
    noun: 'template',
  });
}
