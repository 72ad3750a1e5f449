import { type DemoFacts, week } from "./facts-types.ts";

/** Facts of the demo's places for coffee, baking, brunch and lunch, by the key of the place. */
export const demoFactsByDay: Record<string, DemoFacts> = {
  "null-pointer-coffee": {
    ...{
      week: week("7:30am-5pm", "9am-5pm", "10am-4pm"),
      bankHolidays: "closed",
      confirmedDaysAgo: 9,
    },
    diets: { vegan: "some", vegetarian: "all", "gluten-free": "some" },
    features: {
      laptop: true,
      sockets: true,
      cards: true,
      "outdoor-seats": true,
      "seats-for-six": false,
      "step-free": true,
    },
    seen: [["flaky test", 9]],
    position: [-95, 185],
  },
  "segmentation-roast": {
    ...{ week: week("7am-3pm", "8am-3pm", "closed"), bankHolidays: "closed", confirmedDaysAgo: 25 },
    diets: { vegan: "some", vegetarian: "all" },
    features: { laptop: true, sockets: false, cards: true, "step-free": false },
    seen: [["yak shaver", 25]],
  },
  "cafe-async": {
    ...{ week: week("8am-6pm", "9am-6pm", "9am-6pm"), bankHolidays: "usual", confirmedDaysAgo: 3 },
    diets: { vegan: "some", vegetarian: "some", "gluten-free": "some" },
    features: {
      laptop: true,
      sockets: true,
      cards: true,
      "seats-for-six": true,
      "step-free": false,
    },
    seen: [["promise pending", 3]],
  },
  "off-by-one-doughnuts": {
    ...{ week: week("8am-4pm", "9am-5pm", "9am-5pm"), bankHolidays: "usual", confirmedDaysAgo: 31 },
    diets: { vegetarian: "all", vegan: "some", "gluten-free": "none" },
    features: { cards: true, laptop: false, "outdoor-seats": true },
    seen: [["off-by-2", 31]],
  },
  "bread-first-search": {
    ...{
      week: ["closed", ...Array<string>(4).fill("7am-2pm"), "8am-3pm", "8am-1pm"],
      confirmedDaysAgo: 60,
    },
    diets: { vegetarian: "some", vegan: "some" },
    features: { cards: true, "step-free": true },
    seen: [["tabs not spaces", 60]],
  },
  "the-daily-build": {
    ...{
      week: week("8am-4pm", "9am-5pm", "9am-5pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 220,
    },
    diets: { vegetarian: "some" },
    features: { cards: false, laptop: true, sockets: true, "seats-for-six": true },
    seen: [["ctrl alt elite", 220]],
  },
  "bitwise-buns": {
    ...{ week: week("8am-3pm", "8am-3pm", "closed"), bankHolidays: "closed", confirmedDaysAgo: 14 },
    diets: { vegetarian: "all", vegan: "some" },
    features: { cards: true, laptop: false, "seats-for-six": false, "step-free": true },
    seen: [["bit flipper", 14]],
  },
  "404-falafel-not-found": {
    ...{
      week: week("11:30am-9pm", "noon-9pm", "closed"),
      bankHolidays: "usual",
      confirmedDaysAgo: 5,
    },
    diets: { vegan: "some", vegetarian: "all", halal: "all", "gluten-free": "some" },
    features: { cards: true, "step-free": true, "outdoor-seats": true },
    seen: [["null island", 5]],
  },
  "cache-and-carry-deli": {
    ...{ week: week("7am-4pm", "8am-2pm", "closed"), bankHolidays: "closed", confirmedDaysAgo: 22 },
    diets: { vegetarian: "some", vegan: "none", kosher: "some" },
    features: { cards: false, "step-free": true },
    seen: [["cache miss", 22]],
  },
  "soup-du-json": {
    ...{ week: week("11am-3pm", "closed", "closed"), bankHolidays: "closed", confirmedDaysAgo: 12 },
    diets: { vegan: "some", vegetarian: "some", "gluten-free": "some" },
    features: { cards: true, laptop: true, "step-free": true },
    seen: [["segfault sam", 12]],
  },
  "git-hummus": {
    ...{
      week: week("11am-8pm", "11am-8pm", "noon-6pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 18,
    },
    diets: { vegan: "some", vegetarian: "all", halal: "some", kosher: "some" },
    features: { cards: true, "seats-for-six": true, "outdoor-seats": true },
    seen: [["git blame gran", 18]],
  },
  "banh-minify": {
    ...{
      week: week("11am-4pm", "11am-4pm", "closed"),
      bankHolidays: "closed",
      confirmedDaysAgo: 40,
    },
    diets: { vegan: "some", vegetarian: "some" },
    features: { cards: true, "seats-for-six": false },
    seen: [["left-pad", 40]],
  },
  "a-monad-is-a-burrito": {
    ...{
      week: week("11:30am-9:30pm", "noon-10pm", "noon-9pm"),
      bankHolidays: "usual",
      confirmedDaysAgo: 28,
    },
    diets: { vegan: "some", vegetarian: "some", "gluten-free": "some" },
    features: {
      cards: true,
      laptop: true,
      sockets: true,
      "seats-for-six": true,
      "step-free": true,
    },
    seen: [["big-O-no", 28]],
  },
  "curried-functions": {
    ...{
      week: week("noon-3pm, 5:30pm-10pm", "noon-10pm", "closed"),
      bankHolidays: "closed",
      confirmedDaysAgo: 33,
    },
    diets: { vegan: "some", vegetarian: "all", "gluten-free": "some" },
    features: { cards: false, "seats-for-six": true },
    seen: [["localhost hero", 33]],
  },
  "recursive-rotis": {
    diets: { halal: "all", vegan: "some" },
    features: { cards: false, "outdoor-seats": true },
    seen: [["rubber duck", 11]],
  },
  "spinlock-salads": {
    ...{
      week: week("11am-4pm", "closed", "closed"),
      bankHolidays: "closed",
      confirmedDaysAgo: 200,
    },
    diets: { vegan: "all", vegetarian: "all", "gluten-free": "some" },
    features: { cards: true, "step-free": true },
    seen: [["kernel panic pip", 90]],
  },
  "legacy-tea-rooms": {
    features: { laptop: false, sockets: false },
    seen: [["git blame gran", 210, "closed"]],
  },
  "deprecated-diner": {
    features: { cards: true, "seats-for-six": true },
    seen: [["undefined uncle", 64, "closed"]],
  },
  "uninitialised-coffee": { features: { cards: true } },
  "lazy-loading-brunch-club": {
    ...{
      week: ["closed", "closed", "closed", ...Array<string>(4).fill("10am-3pm")],
      bankHolidays: "usual",
      confirmedDaysAgo: 50,
    },
    diets: { vegan: "some", vegetarian: "all", "gluten-free": "some" },
    features: {
      laptop: true,
      sockets: true,
      cards: true,
      "step-free": true,
      "outdoor-seats": true,
      "seats-for-six": true,
    },
    seen: [["promise pending", 50]],
  },
};
