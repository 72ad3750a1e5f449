/** The usual number times PROPERTY_RUNS, which is 4 under `npm run test:slow`. */
export function propertyRuns(usual: number): number {
  return Math.ceil(usual * Number(process.env.PROPERTY_RUNS ?? 1));
}
