/** A dense matrix, row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

/**
 * The lower Cholesky factor of a symmetric positive definite matrix.
 *
 * @throws {RangeError} when the matrix is not positive definite
 */
function factorise({ rows: size, values }: Matrix): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = values[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!;
      if (row !== column) lower[row * size + column] = sum / lower[column * size + column]!;
      else if (sum > 0) lower[row * size + row] = Math.sqrt(sum);
      else throw new RangeError(`The matrix is not positive definite at row ${row}.`);
    }
  }
  return lower;
}

/** Solves `matrix · x = right` for a symmetric positive definite matrix. */
export function solve(matrix: Matrix, right: Float64Array): Float64Array {
  return substitute(factorise(matrix), right);
}

/** The inverse of a symmetric positive definite matrix. */
export function invert(matrix: Matrix): Matrix {
  const { rows: size } = matrix;
  const lower = factorise(matrix);
  const values = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) {
    const unit = new Float64Array(size);
    unit[index] = 1;
    values.set(substitute(lower, unit), index * size);
  }
  return { rows: size, columns: size, values };
}

function substitute(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row]! -= lower[row * size + k]! * x[k]!;
    x[row]! /= lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) x[row]! -= lower[k * size + row]! * x[k]!;
    x[row]! /= lower[row * size + row]!;
  }
  return x;
}
