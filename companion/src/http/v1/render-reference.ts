import { listFields, typeOf } from './describe-schema.ts';
import type { JsonSchema, OpenApi, Operation } from './openapi.ts';

/** The OpenAPI document as Markdown: a table of the paths, then a section for each. */
export function renderReference({ paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      title: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  const rows = operations.map(({ title, operation }) => {
    const scope = operation.security.flatMap(({ apiKey }) => apiKey).join(', ');
    return `| [\`${title}\`](#${anchorOf(title)}) | \`${scope}\` | ${cell(operation.summary)} |`;
  });
  return [
    ['| Path | Scope | What it answers |', '| --- | --- | --- |', ...rows].join('\n'),
    ...operations.map(({ title, operation }) => renderOperation(title, operation, components.schemas)),
  ].join('\n\n');
}

function renderOperation(title: string, operation: Operation, schemas: Record<string, JsonSchema>): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const answer = Object.entries(schemas).find(([id]) => JSON.stringify(responses['200']).includes(`/${id}"`));
  return [
    `### \`${title}\``,
    `**${summary}.** ${description}`,
    table(
      ['Parameter', 'In', 'Type', 'Meaning'],
      parameters.map((each) => [
        `\`${each.name}\``,
        `${each.in}${each.required ? ', required' : ''}`,
        typeOf(each.schema),
        meaningOf(each.description, each.schema),
      ]),
    ),
    ...Object.values(requestBody?.content ?? {}).map(({ schema }) => renderShape('Body', schema)),
    answer ? renderShape('Answer', answer[1]) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function renderShape(title: string, schema: JsonSchema): string {
  return table(
    [title, 'Type', 'Meaning'],
    listFields(schema).map(({ path, type, description }) => [`\`${path}\``, type, description]),
  );
}

function table(heading: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  return [heading, heading.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

function meaningOf(description = '', { default: standard }: JsonSchema): string {
  const unless = standard === undefined ? '' : `Default ${JSON.stringify(standard)}.`;
  return [description, unless].filter(Boolean).join(' ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** As GitHub makes it of the heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
