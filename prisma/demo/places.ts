import { demoBrunchAndBaking } from "./places-brunch-and-baking.ts";
import { demoCoffeeAndBaking } from "./places-coffee-and-baking.ts";
import { demoDinner } from "./places-dinner.ts";
import { demoQuickDinner } from "./places-dinner-quick.ts";
import { demoSitDownDinner } from "./places-dinner-sit-down.ts";
import { demoEdgeCasesOfName } from "./places-edge-cases.ts";
import { demoEdgeCasesOfState } from "./places-edge-cases-states.ts";
import { demoLunch } from "./places-lunch.ts";
import { demoBowlsAndRotis } from "./places-lunch-bowls-and-rotis.ts";
import { demoHotAndWrapped } from "./places-lunch-hot-and-wrapped.ts";
import type { DemoPlace } from "./types.ts";

export const demoPlaces: DemoPlace[] = [
  ...demoCoffeeAndBaking,
  ...demoBrunchAndBaking,
  ...demoLunch,
  ...demoHotAndWrapped,
  ...demoBowlsAndRotis,
  ...demoDinner,
  ...demoQuickDinner,
  ...demoSitDownDinner,
  ...demoEdgeCasesOfName,
  ...demoEdgeCasesOfState,
];
