export const FORMATS = {
  json: { type: "application/json", words: "JSON" },
  csv: { type: "text/csv", words: "CSV" },
  geojson: { type: "application/geo+json", words: "GeoJSON" },
  txt: { type: "text/plain", words: "text" },
  atom: { type: "application/atom+xml", words: "Atom" },
} as const;

export type Format = keyof typeof FORMATS;

/** The pages that there are in other formats too, at the same address with an extension. */
export const TWINS = {
  "/places": ["json", "csv", "geojson", "txt", "atom"],
  "/places/:slug": ["json", "geojson", "txt", "atom"],
  "/dishes": ["json", "csv", "txt"],
  "/dishes/:dish": ["json", "csv", "geojson", "txt"],
  "/members/:handle": ["json", "csv", "txt", "atom"],
  "/activity": ["json", "csv", "txt", "atom"],
  "/wanted": ["json", "csv", "txt"],
  "/moderation": ["json", "csv", "txt", "atom"],
} as const satisfies Record<string, readonly Format[]>;

export type TwinnedPage = keyof typeof TWINS;

/** The format of a twin, by the extension of its route's pattern. Throws RangeError for another one. */
export function formatOf(pattern: string): Format {
  const extension = pattern.slice(pattern.lastIndexOf(".") + 1);
  if (!isFormat(extension)) throw new RangeError(`No format is called ${extension}.`);
  return extension;
}

const TWIN = new RegExp(
  `^(?:${Object.entries(TWINS)
    .flatMap(([page, formats]) => formats.map((format) => twinPath(page, format)))
    .map((path) => path.replaceAll(".", "\\.").replace(/:\w+/, "[^/]+"))
    .join("|")})$`,
  // An address with capitals leads to the one without.
  "i",
);

/** Whether a path is that of a page in another format, which any site's scripts may read. */
export function isTwin(pathname: string): boolean {
  return TWIN.test(pathname);
}

const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text);

/** The same page in another format: "/places?walk=10" is also "/places.json?walk=10". */
export function twinPath(path: string, format: Format): string {
  const [, page = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  return `${page === "/" ? "/places" : page}.${format}${rest}`;
}
