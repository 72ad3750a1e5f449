import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { countOf } from "#app/domain/text/counting.ts";

export function RatingTrend({ trend }: { trend: PlacePage["trend"] }) {
  if (trend === undefined) return null;
  const { lately, before } = trend;
  return (
    <p className="rating-trend">
      <strong>{lately.mean}</strong>
      {` in the last four months (${countOf(lately.count, "rating")}), ${before.mean} before (${before.count})`}
    </p>
  );
}
