import type { OrgClient } from '../org-client/org-client.ts';
import { CommandError } from '../process/command-error.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { readStarterTemplates, TEMPLATE_KEY, TEMPLATE_OBJECT } from './starter-templates.ts';

/** The part of an org that the loader needs. */
export type TemplateOrg = Pick<OrgClient, 'query' | 'create'>;

/**
 * Creates the starter templates that the org does not have. One that is there stays as it is, whatever was changed
 * in it: an admin's wording is hers. Who does not want one deactivates it; one that was deleted comes back.
 *
 * @returns how many were created
 * @throws CommandError that names the template and the org's reason when the org refuses one
 */
export async function loadStarterTemplates(org: TemplateOrg): Promise<number> {
  const templates = readStarterTemplates();
  const keys = templates.map((template) => soqlLiteral(String(template[TEMPLATE_KEY]))).join(', ');
  const rows = await org.query(
    `SELECT Id, ${TEMPLATE_KEY} FROM ${TEMPLATE_OBJECT} WHERE ${TEMPLATE_KEY} IN (${keys})`,
  );
  const present = new Set(rows.map((row) => row[TEMPLATE_KEY]));
  const missing = templates.filter((template) => !present.has(template[TEMPLATE_KEY] ?? null));
  const outcomes = missing.length ? await org.create(TEMPLATE_OBJECT, missing) : [];
  outcomes.forEach((outcome, index) => {
    if (outcome.success) return;
    throw new CommandError(
      `The org refused the template "${String(missing[index]?.Name)}": ${outcome.reason}`,
    );
  });
  return missing.length;
}
