import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import type { DietsAndFeatures } from "#app/domain/places/diets-and-features-fields.ts";
import { listInWords } from "#app/domain/text/counting.ts";

export type PresentedDietsAndFeatures = ReturnType<typeof presentDietsAndFeatures>;

const IN_WORDS = { none: "nothing", some: "some", all: "all" };

export function presentDietsAndFeatures({ diets, features }: DietsAndFeatures) {
  const unsaid = [
    ...DIETS.filter(({ diet }) => diets[diet] === undefined),
    ...FEATURES.filter(({ feature }) => features[feature] === undefined),
  ];
  const portions = DIETS.flatMap(({ diet, words }) => {
    const portion = diets[diet];
    return portion ? [`${IN_WORDS[portion]} ${words}`] : [];
  });
  return {
    known: [
      { name: "Diets", value: portions.join(", ") },
      { name: "Good for", value: namesOf(features, true) },
      { name: "Not for", value: namesOf(features, false) },
      { name: "Paying", value: features.cards === false ? "cash only" : "" },
    ].filter(({ value }) => value !== ""),
    unsaid: unsaid.length === 0 ? undefined : listInWords(unsaid.map(({ words }) => words)),
  };
}

/** That it takes no cards is said by "cash only". */
function namesOf(features: DietsAndFeatures["features"], present: boolean): string {
  return FEATURES.filter(({ feature }) => features[feature] === present)
    .filter(({ feature }) => present || feature !== "cards")
    .map(({ words }) => words)
    .join(", ");
}
