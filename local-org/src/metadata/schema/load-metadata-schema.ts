import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type ts from 'typescript';
import { DOUBLE_ELEMENTS, type ElementDef, type MetadataSchema, type TypeDef } from './metadata-schema.ts';

let loading: Promise<MetadataSchema> | undefined;

/**
 * The Metadata API's own schema, read once from the type definitions that Salesforce generates from the
 * WSDL (`@salesforce/types`, `metadata.d.ts`), so that no table of ours can lag behind or err.
 */
export function loadMetadataSchema(): Promise<MetadataSchema> {
  loading ??= readSchema();
  return loading;
}

async function readSchema(): Promise<MetadataSchema> {
  const script = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
  const [{ default: compiler }, text] = await Promise.all([
    import('typescript'),
    readFile(script.replace(/\.js$/, '.d.ts'), 'utf8'),
  ]);
  return readDeclarations(compiler, text);
}

function readDeclarations(compiler: typeof ts, text: string): MetadataSchema {
  const file = compiler.createSourceFile('metadata.d.ts', text, compiler.ScriptTarget.Latest);
  const aliases = new Map(
    file.statements.filter(compiler.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias.type]),
  );
  const enums = new Map<string, string[]>();
  for (const [name, type] of aliases) {
    const values = literalsOf(compiler, type);
    if (values) enums.set(name, values);
  }
  const types = new Map<string, TypeDef>();
  const build = (name: string): TypeDef | undefined => {
    const known = types.get(name);
    const alias = aliases.get(name);
    if (known || !alias) return known;
    const parts = compiler.isIntersectionTypeNode(alias) ? alias.types : [alias];
    const elements = new Map<string, ElementDef>();
    let isMetadata = name === 'Metadata';
    for (const part of parts) {
      if (compiler.isTypeReferenceNode(part)) {
        const base = build(part.typeName.getText(file));
        isMetadata ||= base?.isMetadata ?? false;
        base?.elements.forEach((element, key) => elements.set(key, element));
      } else if (compiler.isTypeLiteralNode(part)) {
        for (const member of part.members.filter(compiler.isPropertySignature)) {
          const element = elementOf(compiler, member, file, enums, aliases);
          elements.set(element.name, element);
        }
      } else return undefined;
    }
    const type = { name, elements, isMetadata };
    types.set(name, type);
    return type;
  };
  for (const name of aliases.keys()) build(name);
  return types;
}

function literalsOf(compiler: typeof ts, type: ts.TypeNode): string[] | undefined {
  const parts = compiler.isUnionTypeNode(type) ? [...type.types] : [type];
  const values = parts.map((part) =>
    compiler.isLiteralTypeNode(part) && compiler.isStringLiteral(part.literal)
      ? part.literal.text
      : undefined,
  );
  return values.every((value) => value !== undefined) ? values : undefined;
}

function elementOf(
  compiler: typeof ts,
  member: ts.PropertySignature,
  file: ts.SourceFile,
  enums: ReadonlyMap<string, string[]>,
  aliases: ReadonlyMap<string, ts.TypeNode>,
): ElementDef {
  const name = member.name.getText(file);
  const repeated = member.type !== undefined && compiler.isArrayTypeNode(member.type);
  const typeName = (repeated ? (member.type as ts.ArrayTypeNode).elementType : member.type!).getText(file);
  const shape = { name, repeated, required: !repeated && member.questionToken === undefined };
  const values = enums.get(typeName);
  if (values) return { ...shape, kind: 'enum', typeName, values };
  if (typeName === 'boolean') return { ...shape, kind: 'boolean' };
  if (typeName === 'number') return { ...shape, kind: DOUBLE_ELEMENTS.has(name) ? 'double' : 'int' };
  if (typeName === 'Date') return { ...shape, kind: 'date' };
  const alias = aliases.get(typeName);
  const isText = !alias || alias.kind === compiler.SyntaxKind.StringKeyword;
  return isText ? { ...shape, kind: 'string' } : { ...shape, kind: 'complex', typeName };
}
