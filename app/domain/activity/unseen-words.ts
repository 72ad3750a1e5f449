/** Of what is new to a member more is not counted. */
export const MOST_COUNTED = 99;

export function unseenNumber(count: number): string {
  return count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
}

export function unseenWords(count: number): string {
  if (count === 0) return "Nothing new since you were here";
  return `${unseenNumber(count)} new since you were here`;
}
