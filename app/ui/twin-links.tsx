import { FORMATS, TWINS, type TwinnedPage, twinPath } from "#app/twins.ts";

type Props = {
  page: TwinnedPage;
  /** The page's address with its query. */
  path: string;
  /** Where another order suits the feed. */
  feedPath?: string;
};

/** Links to the same page in other formats, for people and, in the head, for their machines. */
export function TwinLinks({ page, path, feedPath = path }: Props) {
  const twins = TWINS[page].map((format) => ({
    ...FORMATS[format],
    format,
    href: twinPath(format === "atom" ? feedPath : path, format),
  }));
  return (
    <>
      {twins
        .filter(({ format }) => format === "atom" || format === "json")
        .map(({ format, type, href }) => (
          <link key={format} rel="alternate" type={type} href={href} />
        ))}
      <p className="soft">
        {"Also as "}
        {twins.map(({ format, words, href }, index) => (
          <span key={format}>
            {index > 0 && (index === twins.length - 1 ? " and " : ", ")}
            <a rel="nofollow" href={href}>
              {words}
            </a>
          </span>
        ))}
      </p>
    </>
  );
}
