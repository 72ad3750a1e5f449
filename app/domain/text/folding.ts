/** “Café O’Malley & Sons” and “cafe omalley and sons” fold to the same words. */
export function foldText(text: string): string {
  return (
    text
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .normalize("NFKD")
      // Accents of Latin, Greek and Cyrillic only: elsewhere marks are letters of their own.
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/['’‘`ʼ]/g, "")
      .replace(/&/g, " and ")
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
      .trim()
  );
}

/** Letters and digits only, so that "Ana B" and "ana-b" are one handle. */
export function foldToKey(text: string): string {
  return foldText(text).replaceAll(" ", "");
}

/** Hyphenated, at most 80 characters; empty when the text has no letter or digit. */
export function foldToSlug(text: string): string {
  const slug = [...foldText(text)].slice(0, 80).join("").trim();
  return slug.replaceAll(" ", "-");
}
