import type { Hours } from "../hours/hours-fields.ts";
import type { ApproximateWalk } from "../walk/approximate-walk.ts";
import type { Position } from "../walk/coordinates.ts";
import type { DietsAndFeatures } from "./diets-and-features-fields.ts";
import type { Mainly } from "./mainly.ts";

export type PlaceChange = {
  identity?: {
    name: string;
    street: string;
    postcode: string | null;
    /** Null where nobody has said. */
    priceBand: number | null;
    website: string | null;
  };
  cuisines?: { cuisines: string[]; newCuisine: string | undefined };
  /** Null for where its postcode is. */
  position?: Position | null;
  /** Counts while nobody knows its position. Null where nobody knows. */
  approximateWalk?: ApproximateWalk | null;
  mainly?: Mainly | null;
  closedOn?: string | null;
  /** Null where nobody knows them. They count as confirmed today. */
  hours?: Hours;
  /** The ISO date on which its hours were found to be still right. */
  hoursConfirmedOn?: string;
  dietsAndFeatures?: DietsAndFeatures;
};
