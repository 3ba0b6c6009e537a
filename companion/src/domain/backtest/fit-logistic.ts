import { solve, type Matrix } from './matrix.ts';

/** A fitted model: log-odds = intercept + Σ coefficient × feature. */
export interface LogisticFit {
  intercept: number;
  coefficients: number[];
  /** The second derivatives at the optimum, the intercept last: what says how sure the coefficients are. */
  curvature: Matrix;
}

const MAX_STEPS = 50;
/** A step this small changes no probability that anyone reads. */
const SETTLED = 1e-8;

/**
 * Logistic regression with a ridge penalty: minimises −log likelihood + penalty ÷ 2 × Σ coefficient². The intercept is
 * not penalised. Newton's method; with a penalty above 0 and both outcomes present the optimum exists and is the only
 * one (le Cessie and van Houwelingen, 1992, doi 10.2307/2347628).
 *
 * @param features one row an example; on a common scale, or the penalty falls on some more than on others
 * @param outcomes 1 for lost, 0 for kept
 */
export function fitLogistic(features: Matrix, outcomes: Float64Array, penalty: number): LogisticFit {
  const { rows, columns } = features;
  const size = columns + 1;
  const beta = new Float64Array(size);
  const mean = outcomes.reduce((sum, each) => sum + each, 0) / rows;
  beta[columns] = Math.log((mean + 1e-9) / (1 - mean + 1e-9));
  let loss = lossOf(features, outcomes, beta, penalty);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { gradient, hessian } = derive(features, outcomes, beta, penalty);
    const move = solve(hessian, gradient);
    // Newton overshoots where the classes are nearly apart: halve until it gets better.
    let scale = 1;
    let next = beta.map((value, index) => value - move[index]!);
    let nextLoss = lossOf(features, outcomes, next, penalty);
    while (nextLoss > loss + SETTLED && scale > SETTLED) {
      scale /= 2;
      next = beta.map((value, index) => value - scale * move[index]!);
      nextLoss = lossOf(features, outcomes, next, penalty);
    }
    beta.set(next);
    loss = nextLoss;
    if (move.every((each) => Math.abs(each) * scale < SETTLED)) break;
  }
  return {
    intercept: beta[columns]!,
    coefficients: [...beta.subarray(0, columns)],
    curvature: derive(features, outcomes, beta, penalty).hessian,
  };
}

/** The probability of each row. */
export function predictLogistic(features: Matrix, { intercept, coefficients }: LogisticFit): Float64Array {
  return logOdds(features, Float64Array.from([...coefficients, intercept])).map(probability);
}

const probability = (odds: number) => 1 / (1 + Math.exp(-odds));

function logOdds({ rows, columns, values }: Matrix, beta: Float64Array): Float64Array {
  const odds = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = beta[columns]!;
    for (let column = 0; column < columns; column += 1)
      sum += beta[column]! * values[row * columns + column]!;
    odds[row] = sum;
  }
  return odds;
}

function lossOf(features: Matrix, outcomes: Float64Array, beta: Float64Array, penalty: number): number {
  const odds = logOdds(features, beta);
  let loss = 0;
  for (let row = 0; row < features.rows; row += 1) {
    const each = odds[row]!;
    // log(1 + e^x), without overflow for large x.
    loss += Math.max(each, 0) + Math.log1p(Math.exp(-Math.abs(each))) - outcomes[row]! * each;
  }
  for (let column = 0; column < features.columns; column += 1) loss += (penalty / 2) * beta[column]! ** 2;
  return loss;
}

function derive(
  features: Matrix,
  outcomes: Float64Array,
  beta: Float64Array,
  penalty: number,
): { gradient: Float64Array; hessian: Matrix } {
  const { rows, columns, values } = features;
  const size = columns + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const odds = logOdds(features, beta);
  for (let row = 0; row < rows; row += 1) {
    const chance = probability(odds[row]!);
    const weight = Math.max(chance * (1 - chance), 1e-12);
    const residual = chance - outcomes[row]!;
    const start = row * columns;
    for (let a = 0; a < size; a += 1) {
      const left = a === columns ? 1 : values[start + a]!;
      if (left === 0) continue;
      gradient[a]! += residual * left;
      for (let b = 0; b <= a; b += 1) {
        hessian[a * size + b]! += weight * left * (b === columns ? 1 : values[start + b]!);
      }
    }
  }
  for (let a = 0; a < size; a += 1) {
    if (a < columns) {
      gradient[a]! += penalty * beta[a]!;
      hessian[a * size + a]! += penalty;
    }
    for (let b = 0; b < a; b += 1) hessian[b * size + a] = hessian[a * size + b]!;
  }
  return { gradient, hessian: { rows: size, columns: size, values: hessian } };
}
