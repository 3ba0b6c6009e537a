/**
 * Who may import whom. Each entry says which files may not import which, and why; `eslint.config.mjs` turns it into
 * lint rules, and `scripts/lint-rules.test.ts` shows each one biting.
 */

const PARTS = ['companion', 'local-org', 'e2e', 'scripts', 'force-app'];

/** @type {{ target: string, from: string[], except?: string[], message: string }[]} */
export const PATH_ARROWS = [
  ...PARTS.map((part) => ({
    target: `./${part}`,
    from: PARTS.filter((other) => other !== part).map((other) => `./${other}`),
    message: 'The parts import nothing from one another: they meet at Salesforce objects and HTTP.',
  })),
  {
    target: './companion/src/domain',
    from: ['./companion/src'],
    except: ['./domain'],
    message: 'domain is pure and imports only itself.',
  },
  {
    target: './companion/src/usecases',
    from: ['./companion/src'],
    except: ['./domain', './usecases'],
    message: 'usecases import domain, and say in ports.ts what they need from outside.',
  },
  {
    target: './companion/src/salesforce',
    from: ['./companion/src'],
    except: [
      './domain',
      './usecases/ports.ts',
      './usecases/count-ports.ts',
      './usecases/query-ports.ts',
      './usecases/import-ports.ts',
      './usecases/connection-ports.ts',
      './usecases/alert-ports.ts',
      './usecases/inbound-ports.ts',
      './usecases/change-ports.ts',
      './usecases/doctor/ports.ts',
      './salesforce',
      './errors.ts',
    ],
    message: 'salesforce implements ports: it imports domain and the ports only.',
  },
  {
    target: './companion/src/store',
    from: ['./companion/src'],
    except: [
      './domain',
      './usecases/ports.ts',
      './usecases/count-ports.ts',
      './usecases/query-ports.ts',
      './usecases/import-ports.ts',
      './usecases/family-ports.ts',
      './usecases/usage-ports.ts',
      './usecases/connection-ports.ts',
      './usecases/alert-ports.ts',
      './usecases/inbound-ports.ts',
      './usecases/change-ports.ts',
      './usecases/doctor/ports.ts',
      './store',
      './generated',
      './errors.ts',
      './encryption-key.ts',
    ],
    message: 'store implements ports: it imports domain and the ports only.',
  },
  {
    target: './companion/src/csv',
    from: ['./companion/src'],
    except: ['./csv', './errors.ts'],
    message: 'csv reads and writes files: it knows nothing of what stands in them.',
  },
  {
    target: './companion/src/jobs',
    from: ['./companion/src'],
    except: ['./usecases', './jobs', './errors.ts'],
    message: 'jobs import usecases only.',
  },
  {
    target: './companion/src/http',
    from: ['./companion/src'],
    except: ['./usecases', './http', './errors.ts'],
    message: 'http imports usecases only.',
  },
  ...[
    'actions',
    'analytics',
    'connect',
    'rest',
    'query',
    'bulk',
    'metadata',
    'ui-api',
    'graphql',
    'oauth',
    'pages',
    'streaming',
  ].map((family, _, families) => ({
    target: `./local-org/src/${family}`,
    from: families.filter((other) => other !== family).map((other) => `./local-org/src/${other}`),
    message:
      'API families do not import one another: what they share lives in records, schema, soql or security.',
  })),
];

/** LWC bundles that are features of their own; a bundle named `csRiskBar` is a child of `csRisk`. */
export const LWC_FEATURES = [
  'csRisk',
  'csTouchpoint',
  'csHealthTrend',
  'csNps',
  'csSupport',
  'csFocus',
  'csRenewalPipeline',
  'csWorkload',
  'csExecutive',
  'csTemplateManager',
  'csTimeline',
  'csPlaybooks',
  'csPlaybookBuilder',
  'csUsage',
  'csAlertCenter',
  'csFieldMapping',
  'csTuneScoring',
  'csTuneAlerts',
  'csCompanionStatus',
];
