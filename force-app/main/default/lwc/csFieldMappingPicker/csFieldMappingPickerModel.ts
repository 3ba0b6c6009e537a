import type { OwnField } from 'c/csFieldMappingRules';

/** A field in the list under the input. */
export interface OptionView {
  key: string;
  index: number;
  label: string;
  detail: string;
  isActive: boolean;
  selected: string;
  className: string;
}

/** The fields whose label or name holds what was typed. */
export function matching(fields: readonly OwnField[], text: string): OwnField[] {
  const wanted = text.trim().toLowerCase();
  return fields.filter(
    ({ label, apiName }) => label.toLowerCase().includes(wanted) || apiName.toLowerCase().includes(wanted),
  );
}

/** Fields as options; the one at `activeIndex` is the one that Enter takes. */
export function optionViews(fields: readonly OwnField[], activeIndex: number): OptionView[] {
  const base = 'slds-media slds-listbox__option slds-listbox__option_plain slds-media_small';
  return fields.map(({ apiName, label, dataType, calculated }, index) => ({
    key: `option-${apiName}`,
    index,
    label,
    detail: `${apiName} · ${calculated ? `${dataType}, worked out by the org` : dataType}`,
    isActive: index === activeIndex,
    selected: String(index === activeIndex),
    className: index === activeIndex ? `${base} slds-has-focus` : base,
  }));
}

/** The next active option; beyond either end it goes round. -1 means none. */
export function moveActive(active: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  if (count === 0) return -1;
  if (key === 'ArrowDown') return (active + 1) % count;
  return active <= 0 ? count - 1 : active - 1;
}

/** What a screen reader hears, and everyone reads when nothing was found. */
export function statusOf(all: readonly OwnField[], found: readonly OwnField[], text: string): string {
  if (all.length === 0) return 'The account has no field that fits.';
  return found.length === 0 ? `No field that fits is called “${text.trim()}”.` : `${found.length} found`;
}
