import type { Template } from './csTemplatePickerQuery';

/** A template in the list under the field. */
export interface OptionView {
  key: string;
  index: number;
  name: string;
  subject: string;
  isActive: boolean;
  selected: string;
  className: string;
}

/** The templates as options; the one at `activeIndex` is the one that Enter takes. */
export function optionViews(templates: readonly Template[], activeIndex: number): OptionView[] {
  const base = 'slds-media slds-listbox__option slds-listbox__option_plain slds-media_small';
  return templates.map((template, index) => ({
    key: `option-${template.id}`,
    index,
    name: template.name,
    subject: template.subject ?? '',
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
export function statusOf(templates: readonly Template[] | undefined, text: string): string {
  if (!templates) return 'Searching…';
  if (templates.length > 0) return `${templates.length} found`;
  return text.trim() ? `No template is called “${text.trim()}”.` : 'There are no active templates yet.';
}
