type Props = {
  /** "39 places". */
  words: string;
  /** "nearest first". */
  order: string | undefined;
  page: number;
  pages: number;
};

/** The status, which is announced when it changes, stands beside the heading: within it, the heading would have no name. */
export function ResultsHeading({ words, order, page, pages }: Props) {
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
