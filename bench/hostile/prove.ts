import { copySeeded } from "../measure/seeded-database.ts";
import { proveFlood, proveMemory } from "./flood.ts";
import { proveFuzz } from "./fuzz.ts";
import { provePranksters } from "./pranksters.ts";
import type { Finding } from "./proven-site.ts";
import { proveSlowFields } from "./slow-fields.ts";
import { provePair, proveVandal } from "./vandals.ts";

// `npm run proof:hostile`: tries on running copies of the site what hostile people did. `-- vandal flood` for some of it.
const REQUESTS = 20_000;

const PROOFS: Record<string, (seeded: string) => Promise<Finding[]>> = {
  vandal: proveVandal,
  pair: provePair,
  pranksters: provePranksters,
  memory: proveMemory,
  "slow-fields": proveSlowFields,
  flood: proveFlood,
  fuzz: (seeded) => proveFuzz(seeded, REQUESTS),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PROOFS));
if (unknown !== undefined) {
  console.error(`There is no proof "${unknown}": there are ${Object.keys(PROOFS).join(", ")}.`);
  process.exit(1);
}

const { file, remove } = await copySeeded();
try {
  console.log("| | tried | seen | must be |\n|---|---|---|---|");
  for (const [name, prove] of Object.entries(PROOFS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const { tried, seen, must, isFine } of await prove(file)) {
      if (!isFine) process.exitCode = 1;
      console.log(`| ${isFine ? "holds" : "FAILS"} | ${tried} | ${seen} | ${must} |`);
    }
  }
} finally {
  remove();
}
