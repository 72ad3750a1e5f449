import { Link } from "react-router";

type Props = {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label: string;
};

export function Pagination({ page, pages, hrefOf, label }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label}>
      <ul className="pages">
        {page > 1 && (
          <li>
            <Link to={hrefOf(page - 1)} rel="prev">
              Previous
            </Link>
          </li>
        )}
        {pageNumbers(page, pages).map((number, index, numbers) => (
          <li key={number}>
            {number - (numbers[index - 1] ?? 0) > 1 && <span className="gap">…</span>}
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
        ))}
        {page < pages && (
          <li>
            <Link to={hrefOf(page + 1)} rel="next">
              Next
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function pageNumbers(page: number, pages: number): number[] {
  const numbers = [1, page - 1, page, page + 1, pages].filter(
    (number) => number >= 1 && number <= pages,
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}
