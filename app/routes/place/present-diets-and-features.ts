import { DIETS, FEATURES, type Portion } from "#app/domain/places/diets-and-features.ts";
import type { DietsAndFeatures } from "#app/domain/places/diets-and-features-fields.ts";
import { capitalised, listInWords } from "#app/domain/text/counting.ts";

export type PresentedDietsAndFeatures = ReturnType<typeof presentDietsAndFeatures>;

const OF_THE_MENU: Record<Portion, string> = {
  none: "nothing on the menu",
  some: "some of the menu",
  all: "all of the menu",
};

export function presentDietsAndFeatures({ diets, features }: DietsAndFeatures) {
  const unsaid = [
    ...DIETS.filter(({ diet }) => diets[diet] === undefined),
    ...FEATURES.filter(({ feature }) => features[feature] === undefined),
  ];
  return {
    known: [
      ...DIETS.flatMap(({ diet, words }) => {
        const portion = diets[diet];
        return portion ? [{ name: capitalised(words), value: OF_THE_MENU[portion] }] : [];
      }),
      ...FEATURES.flatMap(({ feature, words }) => {
        const present = features[feature];
        if (present === undefined) return [];
        if (feature === "cards" && !present) return [{ name: "Cash only", value: "yes" }];
        return [{ name: capitalised(words), value: present ? "yes" : "no" }];
      }),
    ],
    unsaid: unsaid.length === 0 ? undefined : listInWords(unsaid.map(({ words }) => words)),
  };
}
