import { escapeHtml as escape } from '../escape-html.ts';
import { PAGE_STYLE } from '../page-style.ts';
import { listFields, typeOf } from './describe-schema.ts';
import type { JsonSchema, OpenApi, Operation } from './openapi.ts';

/** The OpenAPI document as one page without scripts. */
export function renderDocsPage({ info, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      ...operation,
    })),
  );
  const links = operations.map(
    ({ operationId, path, summary }) =>
      `<li><a href="#${operationId}"><code>${escape(path)}</code></a> ${escape(summary)}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(info.title)}: API</title>
<style>${PAGE_STYLE}
  section { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); margin-top: 2rem; }
  td, th { vertical-align: top; }
  code { font-size: .9em; overflow-wrap: anywhere; }
  pre { overflow-x: auto; padding: .75rem 1rem; background: color-mix(in srgb, currentColor 6%, transparent); }
  summary { cursor: pointer; }</style>
</head>
<body>
<header>
<h1>${escape(info.title)}: API version ${escape(info.version)}</h1>
<p>${prose(info.description)}</p>
<p>The same as an <a href="openapi.json">OpenAPI document</a>.</p>
</header>
<main>
<h2>Keys</h2>
<p>An operator makes a key and gives it to you once:</p>
<pre>npm run companion -- api-key create --name "warehouse" --scopes accounts:read</pre>
<p>Send it with every request:</p>
<pre>curl -H "Authorization: Bearer $TENURE_KEY" "$COMPANION/v1/accounts?band=At%20Risk&amp;limit=10"</pre>
<nav aria-label="Paths"><h2>Paths</h2><ul>${links.join('')}</ul></nav>
${operations.map((each) => renderOperation(each, components.schemas)).join('\n')}
</main>
</body>
</html>
`;
}

function renderOperation(
  operation: Operation & { path: string; method: string },
  schemas: Record<string, JsonSchema>,
): string {
  const { operationId, method, path, summary, description, parameters, requestBody, responses } = operation;
  const rows = parameters.map(
    ({ name, in: place, required, description: text = '', schema }) =>
      `<tr><th scope="row"><code>${escape(name)}</code></th><td>${place}${required ? ', required' : ''}</td>` +
      `<td>${escape(typeOf(schema))}</td><td>${prose(text)}</td></tr>`,
  );
  const answer = Object.entries(schemas).find(([id]) => JSON.stringify(responses['200']).includes(`/${id}"`));
  return `<section aria-labelledby="${operationId}">
<h2 id="${operationId}"><code>${method} ${escape(path)}</code></h2>
<p><strong>${escape(summary)}.</strong> ${prose(description)}</p>
${
  rows.length === 0
    ? ''
    : `<div class="scroll"><table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}
${
  requestBody
    ? `<details><summary>Body</summary>${Object.values(requestBody.content)
        .map(({ schema }) => renderShape(schema))
        .join('')}</details>`
    : ''
}
${answer ? `<details><summary>Answer: ${escape(answer[0])}</summary>${renderShape(answer[1])}</details>` : ''}
</section>`;
}

/** The fields of an answer, those of objects and lists inside it after them. */
function renderShape(schema: JsonSchema): string {
  const rows = listFields(schema).map(
    ({ path, type, description }) =>
      `<tr><th scope="row"><code>${escape(path)}</code></th><td>${escape(type)}</td><td>${prose(description)}</td></tr>`,
  );
  return `<div class="scroll"><table><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** Text with `code` in it. */
const prose = (text: string) => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
