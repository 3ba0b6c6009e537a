import { z } from 'zod';
import { assembleConfig, type AssembledConfig } from '../domain/assemble-config.ts';

/** Twice as many as there are settings with all their tiers; more is another list. */
const MOST_VALUES = 500;

const proposal = z.object({
  values: z
    .array(
      z.object({
        factor: z.string(),
        setting: z.string(),
        tier: z.string().nullable().default(null),
        value: z.number(),
        reason: z.string().default(''),
      }),
    )
    .max(MOST_VALUES),
});

/**
 * Reads a proposed scoring configuration: JSON with `values`, each a factor, a setting, a number and for which tier.
 * It is checked like the one that the org holds. What it does not say is as in the starter configuration.
 */
export function readProposal(payload: string | null): AssembledConfig {
  const parsed = proposal.safeParse(parseJson(payload));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `The proposal is not understood at ${path.join('.') || 'its top'}: ${message}`,
    );
    return { ok: false, problems };
  }
  return assembleConfig(
    'proposal',
    parsed.data.values.map((value) => ({ ...value, record: 'The proposal' })),
  );
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // Told by the schema, as what it expected.
  }
}
