import { Link } from "react-router";
import { paths } from "#app/paths.ts";

type Props = { siteName: string; nearest: { slug: string; name: string } | undefined };

export function UnknownDish({ siteName, nearest }: Props) {
  return (
    <div className="prose">
      <title>{`Nobody has named this dish · ${siteName}`}</title>
      <meta name="robots" content="noindex" />
      <h1>Nobody has named this dish</h1>
      {nearest ? (
        <p>
          Did you mean{" "}
          <Link to={paths.dish(nearest.slug)}>
            <bdi>{nearest.name}</bdi>
          </Link>
          ?
        </p>
      ) : (
        <p>
          Dishes are here once somebody says in a review what they had. The address may also have a
          slip in it.
        </p>
      )}
      <p>
        <Link className="button" to={paths.dishes()}>
          See all dishes
        </Link>
      </p>
    </div>
  );
}
