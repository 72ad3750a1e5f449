/** Of what is new to a member more is not counted. */
export const MOST_COUNTED = 99;

export function unseenWords(count: number): string {
  if (count === 0) return "Nothing new since you were here";
  return `${count > MOST_COUNTED ? `More than ${MOST_COUNTED}` : count} new since you were here`;
}
