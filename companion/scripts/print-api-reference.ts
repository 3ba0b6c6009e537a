import { buildOpenApi } from '../src/http/v1/openapi.ts';
import { renderReference } from '../src/http/v1/render-reference.ts';
import { V1_ROUTES } from '../src/http/v1/routes.ts';

// The reference of the HTTP API as Markdown, which "npm run docs" puts into docs/api.md.
process.stdout.write(`${renderReference(buildOpenApi(V1_ROUTES))}\n`);
