import { Fragment } from "react";
import { FORMATS, TWINS, type TwinnedPage, twinPath } from "#app/twins.ts";

type Props = {
  page: TwinnedPage;
  /** The page's address with its query. */
  path: string;
  /** Where another order suits the feed. */
  feedPath?: string;
};

/** Links to the same page in other formats, and in the head to its feed. */
export function TwinLinks({ page, path, feedPath = path }: Props) {
  const twins = TWINS[page].map((format) => ({
    ...FORMATS[format],
    format,
    href: twinPath(format === "atom" ? feedPath : path, format),
  }));
  const feed = twins.find(({ format }) => format === "atom");
  return (
    <>
      {feed && <link rel="alternate" type={feed.type} href={feed.href} />}
      <p className="soft">
        {"Also as "}
        {twins.map(({ format, words, href }, index) => (
          <Fragment key={format}>
            {index > 0 && (index === twins.length - 1 ? " and " : ", ")}
            <a rel="nofollow" href={href}>
              {words}
            </a>
          </Fragment>
        ))}
      </p>
    </>
  );
}
