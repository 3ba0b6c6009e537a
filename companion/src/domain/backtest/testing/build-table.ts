import { createRandom } from '../seeded-random.ts';
import type { Example, LabelTable } from '../label-table.ts';

/**
 * Customers whose truth is known: losses are drawn from log-odds = −1 + 1.5 × signal + 1 for plan B, while noise has no
 * part in it.
 */
export function buildTable(customers: number, seed: number, known: { strength?: number } = {}): LabelTable {
  const random = createRandom(seed);
  const { strength = 1 } = known;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const examples = Array.from({ length: customers }, (_, index): Example => {
    const [signal, noise] = [normal(), normal()];
    const plan = random() < 0.4 ? 'B' : 'A';
    const odds = -1 + strength * (1.5 * signal + (plan === 'B' ? 1 : 0));
    const lost = random() < 1 / (1 + Math.exp(-odds));
    return { id: String(index), lost, on: null, score: null, cells: [signal, plan, noise] };
  });
  return {
    columns: [
      { name: 'signal', kind: 'number' },
      { name: 'plan', kind: 'category' },
      { name: 'noise', kind: 'number' },
    ],
    examples,
  };
}
