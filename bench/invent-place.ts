import { daysAfter } from "#app/domain/hours/london-time.ts";
import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import { CAMPUS } from "./campus.ts";
import type { Random } from "./random.ts";
import { CUISINES, FIRST_NAMES, LAST_NAMES, STREETS, WORDS } from "./vocabulary.ts";

const METRES_A_DEGREE = 111_195;

type Interval = { day: number; opensAt: number; closesAt: number };

export type InventedPlace = ReturnType<typeof inventPlace>;

/** @param today the ISO date from which its dates count back */
export function inventPlace(random: Random, number: number, today: string) {
  const name = `${random.pick(FIRST_NAMES)} ${capitalised(random.pickEarly(WORDS))} ${random.pick(LAST_NAMES)}`;
  const hasHours = random.chance(0.85);
  return {
    name,
    slug: `place-${number}`,
    street: `${random.integer(1, 180)} ${random.pick(STREETS)}`,
    postcode: `N0 ${random.integer(1, 9)}${random.pick(["AA", "BB", "FF", "DD", "EE"])}`,
    priceBand: Math.min(4, 1 + Math.floor(Math.abs(random.normal()) * 1.2)),
    position: random.chance(0.95) ? positionAround(random) : undefined,
    hoursConfirmedOn: hasHours ? daysAfter(today, -Math.floor(400 * random.next() ** 2)) : null,
    bankHolidays: hasHours ? random.pick(["usual", "closed", "own", null]) : null,
    closedOn: random.chance(0.06) ? daysAfter(today, -random.integer(1, 900)) : null,
    createdOn: daysAfter(today, -random.integer(0, 1500)),
    cuisines: [
      ...new Set(
        Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => random.pickEarly(CUISINES)),
      ),
    ],
    intervals: hasHours ? inventHours(random) : [],
    diets: DIETS.filter(() => random.chance(0.3)).map(({ diet }) => ({
      diet,
      portion: random.pick(["none", "some", "some", "all"]),
    })),
    features: FEATURES.filter(() => random.chance(0.5)).map(({ feature }) => ({
      feature,
      present: random.chance(0.6) ? 1 : 0,
    })),
  };
}

/** Denser towards the campus; most places are within 25 minutes' walk. */
function positionAround(random: Random) {
  return {
    latitude: CAMPUS.latitude + (random.normal() * 800) / METRES_A_DEGREE,
    longitude:
      CAMPUS.longitude +
      (random.normal() * 800) / (METRES_A_DEGREE * Math.cos((CAMPUS.latitude * Math.PI) / 180)),
  };
}

/** With days off, breaks in the afternoon, evenings past midnight and bank holidays. */
function inventHours(random: Random): Interval[] {
  const opensAt = random.pick([420, 480, 540, 660, 720, 1020]);
  const closesAt = opensAt + random.pick([360, 480, 600, 720]);
  const breaks = closesAt - opensAt >= 600 && random.chance(0.2);
  const dayOff = random.integer(0, 7);
  const isNightly = random.chance(0.1);
  return Array.from({ length: 7 }, (_, index) => index + 1)
    .filter((day) => day !== dayOff)
    .flatMap((day) => {
      if (isNightly) return [{ day, opensAt: 1080, closesAt: 1440 + random.pick([60, 120, 180]) }];
      if (!breaks) return [{ day, opensAt, closesAt }];
      return [
        { day, opensAt, closesAt: opensAt + 240 },
        { day, opensAt: opensAt + 360, closesAt },
      ];
    })
    .concat(random.chance(0.2) ? [{ day: 8, opensAt: 600, closesAt: 900 }] : []);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
