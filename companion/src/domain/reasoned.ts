/** A value together with why it is what it is. */
export interface Reasoned<T> {
  value: T;
  reason: string;
}

/** Puts a reason beside a value. */
export const because = <T>(value: T, reason: string): Reasoned<T> => ({ value, reason });
