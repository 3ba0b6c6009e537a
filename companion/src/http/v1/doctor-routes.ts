import { z } from 'zod';
import { AREAS, isWell } from '../../usecases/doctor/finding.ts';
import { defineRoute, type Route } from './route.ts';
import * as shapes from './shapes.ts';

const finding = z.object({
  area: z.enum(AREAS).describe('What the check is about.'),
  name: z.string(),
  level: z.enum(['ok', 'warn', 'fail']),
  detail: z.string(),
  remedy: z.string().nullable().describe('What to do about it: a command, or where to click.'),
});

export const doctorRoutes: Route[] = [
  defineRoute({
    path: '/doctor',
    scope: 'jobs:read',
    tag: 'Doctor',
    summary: 'Everything that the companion needs, examined now',
    description:
      'The environment, keys, database, org, rights, starter records and work, as "npm run companion -- doctor" ' +
      'tells them. Takes some thirty calls of the org’s API.',
    params: shapes.noParams,
    query: shapes.noQuery,
    answer: {
      id: 'CheckUp',
      schema: z.object({
        ok: z.boolean().describe('Whether nothing has failed.'),
        at: shapes.time,
        findings: z.array(finding),
      }),
    },
    async handle(_input, { checkUp }) {
      const { findings, at } = await checkUp.now();
      return { ok: isWell(findings), at, findings };
    },
  }),
];
