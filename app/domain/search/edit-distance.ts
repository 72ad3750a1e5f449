/**
 * How many letters to insert, leave out, replace or swap with their neighbour turn one word into another: the optimal string
 * alignment distance (Damerau 1964, in the form of Boytsov 2011). Gives up with Infinity once it is more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  const [from, to] = [[...one], [...other]];
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, target] of to.entries()) {
      const cost = letter === target ? 0 : 1;
      const isSwap = cost === 1 && letter === to[column - 1] && from[row - 1] === target;
      current.push(
        Math.min(
          at(last, column + 1) + 1,
          at(current, column) + 1,
          at(last, column) + cost,
          isSwap ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...current) > most) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = current;
  }
  const distance = at(last, to.length);
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
