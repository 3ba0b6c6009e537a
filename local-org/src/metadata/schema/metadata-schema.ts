/** What one element of a metadata type holds. `complex` elements hold elements of the type named. */
export interface ElementDef {
  name: string;
  kind: 'string' | 'boolean' | 'int' | 'double' | 'date' | 'enum' | 'complex';
  /** The type's name for `enum` and `complex`. */
  typeName?: string;
  /** Allowed values of an `enum`. */
  values?: readonly string[];
  required: boolean;
  repeated: boolean;
}

export interface TypeDef {
  name: string;
  elements: ReadonlyMap<string, ElementDef>;
  /** Whether it extends Metadata: only such a type is a component or carries a fullName. */
  isMetadata: boolean;
}

/** Every type of the Metadata API's WSDL by name. */
export type MetadataSchema = ReadonlyMap<string, TypeDef>;

/**
 * Elements that the WSDL declares as xsd:double; the type definitions say `number` for these and for
 * xsd:int alike. Only those of types that the local org deploys.
 */
export const DOUBLE_ELEMENTS: ReadonlySet<string> = new Set(['apiVersion', 'min', 'max']);
