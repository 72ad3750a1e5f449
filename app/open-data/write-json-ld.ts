const ESCAPES: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** As it can stand in a page: nobody's words end the script that it is in. */
export function writeJsonLd(things: object[]): string {
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": things });
  return json.replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? "");
}
