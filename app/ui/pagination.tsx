import { Form, Link } from "react-router";

type Props = {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label: string;
};

/** From this many pages on, one may be named. */
const LONG = 8;

export function Pagination({ page, pages, hrefOf, label }: Props) {
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={label}>
      <ul className="pages">
        {page > 1 && (
          <li>
            <Link to={hrefOf(page - 1)} rel="prev">
              Previous
            </Link>
          </li>
        )}
        {pageNumbers(page, pages).map((number, index) =>
          number === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name
            <li key={`gap ${index}`}>
              <span className="gap">…</span>
            </li>
          ) : (
            <li key={number}>
              {number === page ? (
                <span aria-current="page">
                  <span className="visually-hidden">Page </span>
                  {number}
                </span>
              ) : (
                <Link to={hrefOf(number)} aria-label={`Page ${number}`}>
                  {number}
                </Link>
              )}
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <Link to={hrefOf(page + 1)} rel="next">
              Next
            </Link>
          </li>
        )}
      </ul>
      {pages >= LONG && <Jump page={page} pages={pages} href={hrefOf(1)} />}
    </nav>
  );
}

/** @param href of the first page */
function Jump({ page, pages, href }: { page: number; pages: number; href: string }) {
  const [path = "", query] = href.split("?");
  return (
    <Form className="jump" method="get" action={path} key={`${href} ${page}`}>
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
      <label>
        Page{" "}
        <input
          className="input"
          name="page"
          inputMode="numeric"
          maxLength={String(pages).length}
          defaultValue={page}
        />
      </label>{" "}
      <span className="soft">of {pages.toLocaleString("en-GB")}</span>{" "}
      <button type="submit" className="button button-quiet">
        Go
      </button>
    </Form>
  );
}

/** The first, the last and those around the page; undefined for a gap between them. */
function pageNumbers(page: number, pages: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter(
    (number) => number >= 1 && number <= pages,
  );
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) =>
    number - (numbers[index - 1] ?? 0) > 1 ? [undefined, number] : [number],
  );
}

type HeadingProps = {
  /** "39 places". */
  words: string;
  /** "nearest first". */
  order: string | undefined;
  page: number;
  pages: number;
};

/** The status, which is announced when it changes, stands beside the heading: within it, the heading would have no name. */
export function ResultsHeading({ words, order, page, pages }: HeadingProps) {
  return (
    <>
      <h2 id="results" tabIndex={-1}>
        {words}
      </h2>
      <p className="visually-hidden" role="status">
        {[pages > 1 ? `Page ${page} of ${pages}` : undefined, words, order]
          .filter(Boolean)
          .join(", ")}
      </p>
    </>
  );
}
