import type { DemoPlace } from "./types.ts";

export const demoBowlsAndRotis: DemoPlace[] = [
  {
    key: "semicolon-noodles",
    name: "Semicolon Noodles",
    street: "7 Heap Street",
    postcode: "N0 3HP",
    cuisines: ["Noodles"],
    priceBand: 2,
    website: "https://semicolon-noodles.example",
    addedDaysAgo: 480,
    recommendedBy: "dangling else",
    reviews: [
      {
        by: "dangling else",
        rating: 5,
        body:
          "You think you have finished; then there is more. Dan dan noodles with enough pepper to reset the " +
          "router.",
        dish: "Dan dan noodles",
        daysAgo: 480,
      },
      {
        by: "semi colin",
        rating: 5,
        body:
          "Named after me in all but spelling. The beef soup has been on since the morning and tastes like it; " +
          "that is praise.",
        dish: "Beef noodle soup",
        pricePence: 1150,
        daysAgo: 459,
      },
      {
        by: "merge marge",
        rating: 4,
        body: "Cold sesame noodles travel well, so this is my pick for pair-programming lunches at the desk.",
        dish: "Cold sesame noodles",
        daysAgo: 419,
      },
      {
        by: "segfault sam",
        rating: 4,
        body:
          "The hand-pulled ones are made in the window from noon to two. Outside those hours you get the dried " +
          "kind.",
        dish: "Hand-pulled noodles",
        daysAgo: 384,
      },
      {
        by: "lorem ipsum",
        rating: 3,
        body: "Solid. I cannot remember anything else about it, which says what it says.",
        dish: "Vegetable noodles",
        daysAgo: 335,
      },
      {
        by: "yak shaver",
        rating: 5,
        body:
          "Ask for it at level three. Level four is a dare and level five needs a second member of staff to " +
          "approve.",
        dish: "Dan dan noodles",
        pricePence: 1020,
        daysAgo: 305,
      },
      {
        by: "git blame gran",
        rating: 2,
        body: "Stools with no backs, and a spoon that would not fit in my mouth. Nice flavour, what reached me.",
        daysAgo: 273,
      },
      {
        by: "cache miss",
        rating: 4,
        body: "Get the smashed cucumber every time. Garlic, vinegar, a little sugar, gone before the noodles land.",
        dish: "Smashed cucumber",
        pricePence: 490,
        daysAgo: 236,
      },
      {
        by: "promise pending",
        rating: 4,
        body:
          "A bowl in eight minutes at 12.30 on a Thursday, sharing a table with strangers who also did not want " +
          "to talk.",
        dish: "Beef noodle soup",
        pricePence: 1190,
        daysAgo: 203,
      },
      {
        by: "left-pad",
        rating: 4,
        body: "Eight wontons in chilli oil. Order a plain bowl of noodles with it and tip one into the other.",
        dish: "Pork wontons",
        daysAgo: 168,
      },
      {
        by: "ctrl alt elite",
        rating: 3,
        body: "Shouty music after six, and the lighting of an operating theatre. At lunch it is a different place.",
        daysAgo: 134,
      },
      {
        by: "undefined uncle",
        rating: 5,
        body: "Hangover, rain, deadline. Fixed all three.",
        dish: "Beef noodle soup",
        pricePence: 1220,
        daysAgo: 99,
      },
      {
        by: "bit flipper",
        rating: 4,
        body: "The tofu version is off the menu but not off the stove. Same price.",
        dish: "Dan dan noodles",
        pricePence: 1050,
        daysAgo: 65,
      },
      {
        by: "kernel panic pip",
        rating: 2,
        body: "Asked twice whether the broth was vegetarian and got two answers. Ordered the cucumber and left.",
        dish: "Vegetable noodles",
        daysAgo: 37,
      },
      {
        by: "hello world",
        rating: 5,
        body:
          "Sat at the window and watched one lump of dough become two hundred and fifty-six noodles by doubling. " +
          "Educational.",
        dish: "Hand-pulled noodles",
        pricePence: 1090,
        daysAgo: 3,
      },
    ],
  },
  {
    key: "recursive-rotis",
    name: "Recursive Rotis",
    street: "Unit 7, Loopback Arches",
    postcode: "N0 2LB",
    cuisines: ["Caribbean"],
    priceBand: 1,
    addedDaysAgo: 431,
    recommendedBy: "big-O-no",
    reviews: [
      {
        by: "big-O-no",
        rating: 5,
        body:
          "A roti folded round a curry folded round another roti, as far as I could tell. I reached the base " +
          "case and lay down.",
        dish: "Goat roti",
        pricePence: 780,
        daysAgo: 431,
      },
      {
        by: "sudo sandwich",
        rating: 5,
        body:
          "Chickpea and potato, splash of the house pepper sauce. The sauce is orange and should be on a watch " +
          "list.",
        dish: "Chickpea roti",
        pricePence: 650,
        daysAgo: 355,
      },
      {
        by: "null island",
        rating: 5,
        body: "Doubles at £3.50, two for six quid. The best cheap thing in the arches by some distance.",
        dish: "Doubles",
        pricePence: 350,
        daysAgo: 244,
      },
      {
        by: "flaky test",
        rating: 3,
        body: "Open when the shutter is up. The shutter follows no schedule I have been able to work out.",
        daysAgo: 160,
      },
      {
        by: "ctrl alt elite",
        rating: 5,
        body: "Bones in, so not one for eating over a keyboard.",
        dish: "Chicken roti",
        pricePence: 750,
        daysAgo: 45,
      },
    ],
  },
  {
    key: "the-box-model",
    name: "The Box Model",
    street: "30 Bytecode Broadway",
    postcode: "N0 9BB",
    cuisines: ["Sushi"],
    priceBand: 2,
    addedDaysAgo: 259,
    recommendedBy: "tabs not spaces",
    reviews: [
      {
        by: "tabs not spaces",
        rating: 5,
        body:
          "Everything in its compartment with sensible padding. Salmon, pickles, rice, an omelette cut at right " +
          "angles.",
        dish: "Salmon bento",
        pricePence: 1190,
        daysAgo: 259,
      },
      {
        by: "rubber duck",
        rating: 3,
        body: "Tidy rather than filling. Add the miso soup or you will be back at the biscuits by four.",
        dish: "Veggie bento",
        daysAgo: 131,
      },
    ],
  },
  {
    key: "spinlock-salads",
    name: "Spinlock Salads",
    street: "33 Register Road",
    postcode: "N0 3RT",
    cuisines: ["Vegan", "Deli"],
    priceBand: 2,
    addedDaysAgo: 146,
    recommendedBy: "regex regrets",
    reviews: [
      {
        by: "regex regrets",
        rating: 4,
        body: "Leaves, grains, something roasted, something pickled. Get the tahini dressing on the side or it drowns.",
        dish: "Build-your-own bowl",
        pricePence: 960,
        daysAgo: 146,
      },
      {
        by: "dr. deadlock",
        rating: 1,
        body: "Went round and round waiting for the one free pair of tongs. £12.50, because they weigh it.",
        dish: "Build-your-own bowl",
        pricePence: 1250,
        daysAgo: 31,
      },
    ],
  },
];
