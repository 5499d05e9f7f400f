/**
 * Pairs of places of demand and places of supply that reach each other, row after row: those of row i are from `start[i]`
 * to `start[i + 1]`. A pair that is not there is out of reach, whatever its cost.
 */
export interface Pairs {
  readonly rows: number;
  readonly columns: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  /** Minutes, one way. */
  readonly cost: Float64Array;
}

/** Pairs of finite cost, from a function; for small problems and tests (looks at every pair). */
export function pairsOf(rows: number, columns: number, costOf: (row: number, column: number) => number): Pairs {
  const start = new Int32Array(rows + 1);
  const column: number[] = [];
  const cost: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const c = costOf(i, j);
      if (!Number.isFinite(c)) continue;
      column.push(j);
      cost.push(c);
    }
    start[i + 1] = column.length;
  }
  return { rows, columns, start, column: Int32Array.from(column), cost: Float64Array.from(cost) };
}

/** A value of each pair, in their order. */
export function mapPairs({ cost }: Pairs, weigh: (cost: number) => number): Float64Array {
  const values = new Float64Array(cost.length);
  // Several times faster than `cost.map`.
  for (let k = 0; k < cost.length; k++) values[k] = weigh(cost[k]!);
  return values;
}

/** Sum over the pairs of each row of weight × value of the column. */
export function sumRows(pairs: Pairs, weights: Float64Array, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(pairs.rows);
  for (let i = 0; i < pairs.rows; i++) {
    let sum = 0;
    for (let k = pairs.start[i]!; k < pairs.start[i + 1]!; k++) sum += weights[k]! * values[pairs.column[k]!]!;
    sums[i] = sum;
  }
  return sums;
}

/** Sum over the pairs of each column of weight × value of the row. */
export function sumColumns(pairs: Pairs, weights: Float64Array, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(pairs.columns);
  for (let i = 0; i < pairs.rows; i++) {
    const value = values[i]!;
    for (let k = pairs.start[i]!; k < pairs.start[i + 1]!; k++) sums[pairs.column[k]!]! += weights[k]! * value;
  }
  return sums;
}

/** The pairs within a cost with rows as columns, in the order of the rows; `columns`: how many there are. */
export function transposed({ rows, start, column, cost }: Pairs, columns: number, most: number): Pairs {
  const begins = new Int32Array(columns + 1);
  for (let k = 0; k < cost.length; k++) if (cost[k]! <= most) begins[column[k]! + 1]! += 1;
  for (let i = 0; i < columns; i++) begins[i + 1]! += begins[i]!;
  const next = begins.slice();
  const turned = { column: new Int32Array(begins[columns]!), cost: new Float64Array(begins[columns]!) };
  for (let j = 0; j < rows; j++)
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      if (cost[k]! > most) continue;
      const at = next[column[k]!]!++;
      turned.column[at] = j;
      turned.cost[at] = cost[k]!;
    }
  return { rows: columns, columns: rows, start: begins, ...turned };
}
