import type { Sum } from './linear-solver';

const TINY = 1e-7;

/** Somebody who was told some sums of numbers of people: between what and what may another be? The simplex method. */
export class Bounds {
  private readonly names: readonly string[];
  private readonly column: ReadonlyMap<string, number>;
  /** Each row is solved for its basic column; the last column holds what the row comes to. */
  private rows: Float64Array[];
  private basis: number[];

  constructor(told: readonly (readonly [sum: Sum, value: number])[]) {
    this.names = [...new Set(told.flatMap(([sum]) => [...sum.keys()]))];
    this.column = new Map(this.names.map((name, index) => [name, index]));
    const [wide, high] = [this.names.length, told.length];
    this.basis = told.map((_, index) => wide + index);
    this.rows = told.map(([sum, value], index) => {
      const row = new Float64Array(wide + high + 1);
      const sign = value < 0 ? -1 : 1;
      for (const [name, weight] of sum) row[this.column.get(name)!] = sign * weight;
      row[wide + index] = 1;
      row[wide + high] = sign * value;
      return row;
    });
    this.begin(wide, high);
  }

  /** The least and the most that the sum can be, in whole numbers. */
  range(sum: Sum): readonly [number, number] {
    if ([...sum.keys()].some((name) => !this.column.has(name)))
      return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const least = -this.most(sum, -1);
    return [Math.ceil(least - TINY), Math.floor(this.most(sum, 1) + TINY)];
  }

  /** From one invented unknown a row to a solution that needs none. */
  private begin(wide: number, high: number): void {
    const invented = new Float64Array(wide + high);
    for (let index = wide; index < wide + high; index++) invented[index] = -1;
    if (this.raise(invented) < -TINY) throw new Error('What was told contradicts itself');
    for (const [at, row] of this.rows.entries()) {
      if (this.basis[at]! < wide) continue;
      const other = row.subarray(0, wide).findIndex((weight) => Math.abs(weight) > TINY);
      if (other >= 0) this.pivot(at, other);
    }
    const kept = this.basis.map((column) => column < wide);
    this.rows = this.rows
      .filter((_, at) => kept[at])
      .map((row) => Float64Array.from([...row.subarray(0, wide), row[wide + high]!]));
    this.basis = this.basis.filter((_, at) => kept[at]);
  }

  private most(sum: Sum, sign: number): number {
    const goal = new Float64Array(this.names.length);
    for (const [name, weight] of sum) goal[this.column.get(name)!] = sign * weight;
    return this.raise(goal);
  }

  /** Bland's rule: slow, but it never turns in a circle. */
  private raise(goal: Float64Array): number {
    for (;;) {
      const gain = goal.slice();
      let reached = 0;
      for (const [at, row] of this.rows.entries()) {
        const weight = goal[this.basis[at]!]!;
        if (weight === 0) continue;
        reached += weight * row[goal.length]!;
        for (let index = 0; index < goal.length; index++) gain[index]! -= weight * row[index]!;
      }
      const enters = gain.findIndex((one) => one > TINY);
      if (enters < 0) return reached;
      const leaves = this.leaving(enters, goal.length);
      if (leaves < 0) return Number.POSITIVE_INFINITY;
      this.pivot(leaves, enters);
    }
  }

  private leaving(enters: number, last: number): number {
    let [found, least] = [-1, Number.POSITIVE_INFINITY];
    for (const [at, row] of this.rows.entries()) {
      if (row[enters]! <= TINY) continue;
      const ratio = row[last]! / row[enters]!;
      const better = ratio < least - TINY || (ratio < least + TINY && this.basis[at]! < this.basis[found]!);
      if (better) [found, least] = [at, Math.min(ratio, least)];
    }
    return found;
  }

  private pivot(at: number, column: number): void {
    const own = this.rows[at]!;
    const by = own[column]!;
    for (let index = 0; index < own.length; index++) own[index]! /= by;
    for (const [other, row] of this.rows.entries()) {
      const weight = row[column]!;
      if (other === at || Math.abs(weight) < 1e-12) continue;
      for (let index = 0; index < own.length; index++) row[index]! -= weight * own[index]!;
    }
    this.basis[at] = column;
  }
}
