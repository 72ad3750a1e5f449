/** Before and after what a search has found in a text. */
export const MARK = "\u0001";

export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, "");
}
