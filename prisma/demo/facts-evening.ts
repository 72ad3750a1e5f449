import { type DemoFacts, week } from "./facts-types.ts";

/** Facts of the demo's other places, by the key of the place. */
export const demoFactsByEvening: Record<string, DemoFacts> = {
  "semicolon-noodles": {
    ...{
      week: week("noon-3pm, 5pm-10pm", "noon-10pm", "noon-9pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 16,
    },
    diets: { vegan: "none", vegetarian: "some", "gluten-free": "none" },
    features: { cards: true, "seats-for-six": true, "step-free": true },
    seen: [["semi colin", 16]],
  },
  "the-box-model": {
    ...{
      week: week("11:30am-8pm", "noon-8pm", "closed"),
      bankHolidays: "closed",
      confirmedDaysAgo: 44,
    },
    diets: { vegetarian: "some", vegan: "some", "gluten-free": "some" },
    features: { cards: true, "seats-for-six": false },
    seen: [["left-pad", 44]],
  },
  "merge-conflict-pizza": {
    ...{
      week: week("noon-11pm", "noon-midnight", "noon-10pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 7,
    },
    diets: { vegetarian: "some", vegan: "some", "gluten-free": "some" },
    features: { cards: true, "seats-for-six": true, "outdoor-seats": true, "step-free": true },
    seen: [["merge marge", 7]],
    position: [120, 75],
  },
  "bibim-bash": {
    ...{
      week: ["closed", ...Array<string>(6).fill("noon-3pm, 5pm-10:30pm")],
      bankHolidays: "closed",
      confirmedDaysAgo: 36,
    },
    diets: { vegetarian: "some", vegan: "some" },
    features: { cards: true, "seats-for-six": true },
    seen: [["dr. deadlock", 36]],
  },
  "injera-interface": {
    ...{
      week: ["closed", "closed", ...Array<string>(5).fill("5pm-11pm")],
      bankHolidays: "usual",
      confirmedDaysAgo: 21,
    },
    diets: { vegan: "some", vegetarian: "some", "gluten-free": "some", halal: "some" },
    features: { cards: true, "seats-for-six": true, "step-free": false },
    seen: [["null island", 21]],
  },
  "kebab-case": {
    ...{
      week: week("11am-midnight", "11am-1am", "11am-midnight"),
      bankHolidays: "usual",
      confirmedDaysAgo: 13,
    },
    diets: { halal: "all", vegetarian: "some" },
    features: { cards: true, "seats-for-six": true, "step-free": true },
    seen: [["regex regrets", 13]],
  },
  "buffer-burger": {
    ...{
      week: week("11:30am-10pm", "11:30am-11pm", "noon-9pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 58,
    },
    diets: { vegetarian: "some", vegan: "some", halal: "some" },
    features: { cards: true, "outdoor-seats": true, "step-free": true },
    seen: [["segfault sam", 58]],
  },
  "try-catch-fish-bar": {
    ...{
      week: week("noon-2:30pm, 4:30pm-10pm", "noon-10pm", "closed"),
      bankHolidays: "closed",
      confirmedDaysAgo: 47,
    },
    diets: { "gluten-free": "some", vegetarian: "some" },
    features: { cards: false, "step-free": true },
    seen: [["undefined uncle", 47]],
  },
  "copy-pasta": {
    ...{
      week: week("noon-10pm", "noon-10:30pm", "closed"),
      bankHolidays: "closed",
      confirmedDaysAgo: 190,
    },
    diets: { vegetarian: "some" },
    features: { cards: true, "seats-for-six": true },
    seen: [["lorem ipsum", 130, "moved"]],
  },
  "raw-strings-sushi": {
    ...{
      week: ["closed", ...Array<string>(6).fill("noon-2:30pm, 6pm-10pm")],
      bankHolidays: "closed",
      confirmedDaysAgo: 30,
    },
    diets: { "gluten-free": "some", vegetarian: "some" },
    features: { cards: true, "seats-for-six": false },
    seen: [["regex regrets", 30]],
  },
  "protocol-buffet": {
    ...{
      week: week("noon-3pm, 5:30pm-10:30pm", "noon-11pm", "noon-10pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 70,
    },
    diets: { vegetarian: "some", vegan: "some", halal: "all", "gluten-free": "some" },
    features: { cards: true, "seats-for-six": true, "step-free": true },
    seen: [["kernel panic pip", 70]],
  },
  "root-access": {
    ...{
      week: ["closed", "closed", ...Array<string>(4).fill("6:30pm-11pm"), "closed"],
      bankHolidays: "closed",
      confirmedDaysAgo: 26,
    },
    diets: { vegan: "all", vegetarian: "all", "gluten-free": "some" },
    features: { cards: true, "seats-for-six": true },
    seen: [["sudo sandwich", 26]],
  },
  "stack-overflow-pancakes": {
    ...{ week: week("9am-3pm", "9am-4pm", "9am-4pm"), bankHolidays: "usual", confirmedDaysAgo: 93 },
    diets: { vegetarian: "some" },
    features: { cards: true },
    seen: [["stack trace", 93]],
  },
  "the-stack-overflow-pancake-cafe": {
    ...{ week: week("8am-3pm", "9am-4pm", "9am-4pm"), bankHolidays: "usual", confirmedDaysAgo: 42 },
    diets: { vegetarian: "some", vegan: "some" },
    features: { cards: true, laptop: true, sockets: true, "seats-for-six": true },
    seen: [["hello world", 42]],
  },
  new: {
    ...{ week: week("9am-10pm", "9am-10pm", "10am-9pm"), confirmedDaysAgo: 27 },
    diets: { vegetarian: "some", "gluten-free": "some" },
    features: { cards: true },
    seen: [["semi colin", 27]],
  },
  "ful-stack": {
    ...{ week: week("7am-9pm", "7am-9pm", "7am-9pm"), bankHolidays: "usual", confirmedDaysAgo: 30 },
    diets: { vegan: "some", vegetarian: "all", halal: "all" },
    features: { cards: false, "step-free": true },
    seen: [["lorem ipsum", 30]],
  },
  "enterprise-sandwich-factory": { diets: { vegetarian: "some" }, features: { "step-free": true } },
  "nans-naans": {
    ...{
      week: week("noon-11pm", "noon-11pm", "noon-11pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 41,
    },
    diets: { halal: "some", vegetarian: "some", vegan: "some" },
    features: { cards: true },
    seen: [["big-O-no", 41]],
  },
  "singleton-sushi": {
    ...{
      week: week("noon-9pm", "noon-9pm", "closed"),
      bankHolidays: "closed",
      confirmedDaysAgo: 64,
    },
    features: { "seats-for-six": false, cards: true },
  },
  "the-polymorph-canteen": {
    ...{
      week: week("24 hours", "24 hours", "24 hours"),
      bankHolidays: "usual",
      confirmedDaysAgo: 19,
    },
    diets: {
      vegan: "some",
      vegetarian: "some",
      halal: "some",
      kosher: "some",
      "gluten-free": "some",
    },
    features: {
      cards: true,
      laptop: true,
      sockets: true,
      "seats-for-six": true,
      "step-free": true,
    },
    seen: [["tabs not spaces", 19]],
  },
  "the-halting-problem": {
    week: [
      ...Array<string>(3).fill("6pm-midnight"),
      "6pm-2am",
      "6pm-2am",
      "6pm-2am",
      "6pm-midnight",
    ],
    ...{ bankHolidays: "usual", confirmedDaysAgo: 8 },
    diets: { halal: "all", vegetarian: "some" },
    features: { cards: true, "seats-for-six": false },
    seen: [["dr. deadlock", 8]],
  },
};
