/** A moment as Prisma Client writes it, for raw SQL: text that compares as time does. */
export function storedMoment(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}
