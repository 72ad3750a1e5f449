/** The version of what a form changes, which the form carries: when that was last changed. */
export function versionOf({ updatedAt }: { updatedAt: Date }): string {
  return updatedAt.toISOString();
}
