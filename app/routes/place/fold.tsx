type Props = {
  /** Of the heading. */
  id: string;
  title: string;
  /** What is said of it while it is folded. */
  summary: React.ReactNode;
  /** What unfolding it brings. */
  more: string;
  children: React.ReactNode;
};

/** One line on a phone; open where there is room. */
export function Fold({ id, title, summary, more, children }: Props) {
  return (
    <section className="fold" aria-labelledby={id}>
      <h2 className="visually-hidden" id={id}>
        {title}
      </h2>
      <details>
        <summary>
          <span>{summary}</span> <span className="soft">{more}</span>
        </summary>
        {children}
      </details>
    </section>
  );
}
