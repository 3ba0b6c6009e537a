import CURRENCY from '@salesforce/i18n/currency';
import LOCALE from '@salesforce/i18n/locale';

const COMPACT_FROM = 10_000;

/** A number as charts and metrics write it: `$1.7M`, `42%`, `72.6`. */
export function shortNumber(value: number, dataType: string): string {
  const isLarge = Math.abs(value) >= COMPACT_FROM;
  const digits = dataType === 'int' ? 0 : dataType === 'currency' && !isLarge ? 0 : 1;
  const text = new Intl.NumberFormat(LOCALE, {
    ...(dataType === 'currency' ? { style: 'currency', currency: CURRENCY } : {}),
    ...(isLarge ? { notation: 'compact' } : {}),
    minimumFractionDigits: 0,
    maximumFractionDigits: isLarge ? 1 : digits,
  }).format(value);
  return dataType === 'percent' ? `${text}%` : text;
}
