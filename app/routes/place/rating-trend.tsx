import type { PlacePage } from "#app/domain/places/place-page.server.ts";

export function RatingTrend({ trend }: { trend: PlacePage["trend"] }) {
  if (trend === undefined) return null;
  const { lately, before } = trend;
  return (
    <p className="rating-trend">
      <strong>{lately.mean}</strong> in the last four months{" "}
      <span className="soft">
        ({lately.count}
        <span className="visually-hidden"> ratings</span>)
      </span>
      , {before.mean} before{" "}
      <span className="soft">
        ({before.count}
        <span className="visually-hidden"> ratings</span>)
      </span>
    </p>
  );
}
