import { Link } from "react-router";

type Props = { places: { href: string; name: string; on: string }[]; whichPage: string };

export function RecommendedPlaces({ places, whichPage }: Props) {
  return (
    <section className="prose" aria-labelledby="places">
      <h2 id="places">
        Recommended first
        {whichPage && <span className="soft">{whichPage}</span>}
      </h2>
      <ul>
        {places.map(({ href, name, on }) => (
          <li key={href}>
            <Link to={href}>
              <bdi>{name}</bdi>
            </Link>
            <span className="soft">, {on}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
