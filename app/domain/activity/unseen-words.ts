/** Of what is new to a member more is not counted. */
export const MOST_COUNTED = 99;

export function unseenNumber(count: number): string {
  return count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
}

export function unseenWords(count: number): string {
  if (count === 0) return "Nothing new since you were here";
  return `${unseenNumber(count)} new since you were here`;
}

/** Of what others did with what one posted. */
export function answersWords(count: number): string {
  if (count === 0) return "No new answers to what you posted";
  return `${unseenNumber(count)} new ${count === 1 ? "answer" : "answers"} to what you posted`;
}
