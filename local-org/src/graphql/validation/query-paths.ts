import { Kind, visit } from 'graphql';
import type { ASTNode, DocumentNode } from 'graphql';

/** For every node of a document, the field it stands in: `uiapi/query/Account/edges`. */
export function queryPaths(document: DocumentNode): Map<ASTNode, string> {
  const paths = new Map<ASTNode, string>();
  const stack: string[] = [];
  visit(document, {
    enter(node) {
      const name = stepName(node);
      if (name !== undefined) stack.push(name);
      paths.set(node, stack.join('/'));
    },
    leave(node) {
      if (stepName(node) !== undefined) stack.pop();
    },
  });
  return paths;
}

/** Fields make up a path, below the fragment that they are written in, if any. */
function stepName(node: ASTNode): string | undefined {
  return node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION ? node.name.value : undefined;
}
