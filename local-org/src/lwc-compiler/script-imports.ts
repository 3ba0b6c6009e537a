import ts from 'typescript';

export interface ScriptImport {
  specifier: string;
  /** Offsets of the text between the quotes. */
  start: number;
  end: number;
}

/** Every static and literal dynamic import, and every re-export, of a script, in order. */
export function findScriptImports(code: string): ScriptImport[] {
  return ts.preProcessFile(code, true, false).importedFiles.map(({ fileName, pos, end }) => {
    const quoted = code.slice(pos, end + 1);
    const start = pos + Math.max(quoted.indexOf(fileName), 0);
    return { specifier: fileName, start, end: start + fileName.length };
  });
}
