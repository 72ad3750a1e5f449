import { z } from "zod";
import {
  DIETS,
  type Diet,
  FEATURES,
  type Feature,
  PORTIONS,
  type Portion,
} from "./diets-and-features.ts";

/** How much of the menu suits each diet, and what a place has. What is left out, nobody has said. */
export type DietsAndFeatures = {
  diets: Partial<Record<Diet, Portion>>;
  features: Partial<Record<Feature, boolean>>;
};

const UNKNOWN = "unknown";

const portionSchema = z.enum([...PORTIONS.map(({ portion }) => portion), UNKNOWN], {
  error: "Choose nothing, some of it, all of it or not sure",
});

const presenceSchema = z.enum(["yes", "no", UNKNOWN], { error: "Choose yes, no or not sure" });

/** The fields of a form for what a place meets. */
export const dietsAndFeaturesFields = {
  vegan: portionSchema.default(UNKNOWN),
  vegetarian: portionSchema.default(UNKNOWN),
  halal: portionSchema.default(UNKNOWN),
  kosher: portionSchema.default(UNKNOWN),
  "gluten-free": portionSchema.default(UNKNOWN),
  laptop: presenceSchema.default(UNKNOWN),
  sockets: presenceSchema.default(UNKNOWN),
  "seats-for-six": presenceSchema.default(UNKNOWN),
  "step-free": presenceSchema.default(UNKNOWN),
  cards: presenceSchema.default(UNKNOWN),
  "outdoor-seats": presenceSchema.default(UNKNOWN),
} satisfies Record<Diet | Feature, z.ZodType>;

const dietsAndFeaturesForm = z.object(dietsAndFeaturesFields);

/** The diets and features in a form that was accepted. */
export function dietsAndFeaturesContent(
  form: z.output<typeof dietsAndFeaturesForm>,
): DietsAndFeatures {
  const known: DietsAndFeatures = { diets: {}, features: {} };
  for (const { diet } of DIETS) {
    const portion = form[diet];
    if (portion !== UNKNOWN) known.diets[diet] = portion;
  }
  for (const { feature } of FEATURES) {
    if (form[feature] !== UNKNOWN) known.features[feature] = form[feature] === "yes";
  }
  return known;
}

/** Diets and features as the form for them has them chosen. */
export function typedDietsAndFeatures({
  diets,
  features,
}: DietsAndFeatures): Record<Diet | Feature, string> {
  const presence = (feature: Feature) => {
    const present = features[feature];
    if (present === undefined) return UNKNOWN;
    return present ? "yes" : "no";
  };
  return {
    vegan: diets.vegan ?? UNKNOWN,
    vegetarian: diets.vegetarian ?? UNKNOWN,
    halal: diets.halal ?? UNKNOWN,
    kosher: diets.kosher ?? UNKNOWN,
    "gluten-free": diets["gluten-free"] ?? UNKNOWN,
    laptop: presence("laptop"),
    sockets: presence("sockets"),
    "seats-for-six": presence("seats-for-six"),
    "step-free": presence("step-free"),
    cards: presence("cards"),
    "outdoor-seats": presence("outdoor-seats"),
  };
}
