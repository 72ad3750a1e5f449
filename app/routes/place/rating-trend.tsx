import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { countOf } from "#app/domain/text/counting.ts";

export function RatingTrend({ trend }: { trend: PlacePage["trend"] }) {
  if (trend === undefined) return null;
  const { lately, before } = trend;
  return (
    <p className="rating-trend">
      <strong>{lately.mean}</strong> in the last four months{" "}
      <span className="soft">({countOf(lately.count, "rating")})</span>, {before.mean} before{" "}
      <span className="soft">({before.count})</span>
    </p>
  );
}
