/** A package that cannot be deployed at all, by no fault of one component. */
export class PackageError extends Error {
  readonly fileName: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, fileName = 'package.xml', place: { line?: number; column?: number } = {}) {
    super(message);
    this.name = 'PackageError';
    this.fileName = fileName;
    this.line = place.line;
    this.column = place.column;
  }
}
