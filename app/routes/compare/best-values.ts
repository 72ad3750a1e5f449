/** Whether each value is the best; none is if all are equal or fewer than two are known. */
export function bestValues(
  values: (number | null | undefined)[],
  best: "least" | "most",
): boolean[] {
  const known = values.filter((value) => value !== null && value !== undefined);
  const target = best === "least" ? Math.min(...known) : Math.max(...known);
  const isDecided = known.some((value) => value !== target);
  return values.map((value) => isDecided && value === target);
}
