import type { SourceComponent } from '../types/source-component.ts';
import { childText } from '../xml/xml-element.ts';

/**
 * Puts the fields of a package in an order in which they can be saved: those that formulas read before the formulas,
 * in whatever order the files name them. (A formula over a formula is refused as not modelled.)
 */
export function orderFields(components: readonly SourceComponent[]): SourceComponent[] {
  const isFormula = ({ root }: SourceComponent) =>
    root !== undefined && childText(root, 'formula') !== undefined;
  return [...components.filter((one) => !isFormula(one)), ...components.filter(isFormula)];
}
