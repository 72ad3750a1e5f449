// With "https:" or "www." before it, or by an ending that no sentence has by accident.
const LINK =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|uk|ru|cn|biz|xyz)(?![\p{L}\p{N}-])\S*/giu;

/** How many web addresses a text has in it. */
export function countLinks(text: string): number {
  return [...text.matchAll(LINK)].length;
}
