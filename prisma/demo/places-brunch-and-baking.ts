import type { DemoPlace } from "./types.ts";

export const demoBrunchAndBaking: DemoPlace[] = [
  {
    key: "cafe-async",
    name: "Café Async",
    street: "3 Callback Close",
    postcode: "N0 6BX",
    cuisines: ["Coffee", "Brunch"],
    priceBand: 2,
    website: "https://cafe-async.example",
    addedDaysAgo: 410,
    recommendedBy: "promise pending",
    reviews: [
      {
        by: "promise pending",
        rating: 4,
        body:
          "You order, they take your name, you forget about it, a shakshuka arrives. I have worked on worse " +
          "queues.",
        dish: "Shakshuka",
        daysAgo: 410,
      },
      {
        by: "dr. deadlock",
        rating: 2,
        body: "Ordered at 12.05, ate at 12.50. Not for a one-hour lunch break unless you count waiting as rest.",
        dish: "Shakshuka",
        daysAgo: 377,
      },
      {
        by: "regex regrets",
        rating: 4,
        body:
          "Mushrooms on sourdough with a soft egg and plenty of garlic. Sit upstairs: quieter, and there are " +
          "sockets along the wall.",
        dish: "Mushroom toast",
        pricePence: 880,
        daysAgo: 290,
      },
      {
        by: "hello world",
        rating: 5,
        body: "The upstairs room on a weekday morning is the best study room nearby, and a pot of tea does for two.",
        daysAgo: 61,
      },
      {
        by: "left-pad",
        rating: 3,
        body: "Lovely when they remember you. They did not remember me.",
        dish: "flat white",
        pricePence: 380,
        daysAgo: 19,
      },
    ],
  },
  {
    key: "off-by-one-doughnuts",
    name: "Off-by-One Doughnuts",
    street: "0 Breakpoint Lane",
    postcode: "N0 1AB",
    cuisines: ["Bakery", "Coffee"],
    priceBand: 1,
    website: "https://off-by-one-doughnuts.example",
    addedDaysAgo: 455,
    recommendedBy: "off-by-2",
    reviews: [
      {
        by: "off-by-2",
        rating: 5,
        body: "Ordered a box of six, got seven. They do this every time and never explain it.",
        dish: "Box of six",
        daysAgo: 455,
      },
      {
        by: "null island",
        rating: 4,
        body: "The plain ring is the one to judge them by: crisp outside, not greasy, gone in four bites.",
        daysAgo: 402,
      },
      {
        by: "merge marge",
        rating: 5,
        body: "Custard right to the edges. Wear something you can wash.",
        dish: "Custard doughnut",
        pricePence: 290,
        daysAgo: 333,
      },
      {
        by: "yak shaver",
        rating: 3,
        body: "Sold out at 1.30 on a Friday. Get there by noon or pick another weakness.",
        daysAgo: 250,
      },
      {
        by: "kernel panic pip",
        rating: 2,
        body:
          "More salt than caramel, and the coffee is an afterthought. Buy the doughnut, take it round to Null " +
          "Pointer.",
        dish: "Salted caramel doughnut",
        daysAgo: 48,
      },
    ],
  },
  {
    key: "bread-first-search",
    name: "Bread-First Search",
    street: "21 Daemon Hill",
    postcode: "N0 7DH",
    cuisines: ["Bakery", "Deli"],
    priceBand: 1,
    website: "https://bread-first-search.example",
    addedDaysAgo: 437,
    recommendedBy: "lorem ipsum",
    reviews: [
      {
        by: "lorem ipsum",
        rating: 5,
        body:
          "They search every shelf on one level before going to the next, so be patient. The sourdough keeps for " +
          "four days.",
        dish: "Sourdough loaf",
        pricePence: 450,
        daysAgo: 437,
      },
      {
        by: "git blame gran",
        rating: 5,
        body: "An Eccles cake as it should be, with a bit of cheese if you ask nicely. Steep hill, mind.",
        dish: "Eccles cake",
        daysAgo: 350,
      },
      {
        by: "sudo sandwich",
        rating: 4,
        body:
          "Egg and cress in a soft roll, made when you ask for it. Half the price of the broadway and twice the " +
          "egg.",
        dish: "Egg and cress roll",
        pricePence: 480,
        daysAgo: 241,
      },
      {
        by: "big-O-no",
        rating: 3,
        body: "Great bread, uphill both ways.",
        dish: "Sourdough loaf",
        pricePence: 460,
        daysAgo: 119,
      },
      {
        by: "stack trace",
        rating: 4,
        body: "The dark rye is only out on Wednesdays and Saturdays. Ask for it sliced thin.",
        dish: "Rye loaf",
        daysAgo: 26,
      },
    ],
  },
  {
    key: "the-daily-build",
    name: "The Daily Build",
    street: "40 Register Road",
    postcode: "N0 3RR",
    cuisines: ["Brunch", "Coffee"],
    priceBand: 2,
    website: "https://the-daily-build.example",
    addedDaysAgo: 318,
    recommendedBy: "flaky test",
    reviews: [
      {
        by: "flaky test",
        rating: 4,
        body:
          "A full English that passes nine days out of ten. On the tenth the hash brown is still frozen in the " +
          "middle.",
        dish: "Full English",
        pricePence: 1150,
        daysAgo: 318,
      },
      {
        by: "ctrl alt elite",
        rating: 5,
        body:
          "The Green Build is avocado, two eggs, spinach and a grilled tomato that breaks the theme. Very good " +
          "on the first day of a project.",
        daysAgo: 233,
      },
      {
        by: "dangling else",
        rating: 3,
        body: "Cash was refused, then my card was refused, then the machine was. Kind about it. Bring two cards.",
        dish: "Flat white",
        pricePence: 360,
        daysAgo: 170,
      },
      {
        by: "merge marge",
        rating: 4,
        body:
          "Seats ten of us at the back without booking if we arrive before half twelve. Unlimited toast, which " +
          "they do mean.",
        dish: "Veggie breakfast",
        daysAgo: 92,
      },
      {
        by: "off-by-2",
        rating: 2,
        body: "One egg. Benedict implies two.",
        daysAgo: 14,
      },
    ],
  },
  {
    key: "bitwise-buns",
    name: "Bitwise Buns",
    street: "8 Parity Parade",
    postcode: "N0 6PP",
    cuisines: ["Bakery"],
    priceBand: 1,
    addedDaysAgo: 214,
    recommendedBy: "bit flipper",
    reviews: [
      {
        by: "bit flipper",
        rating: 4,
        body:
          "Buns are sold in ones, twos, fours and eights, nothing in between. The cinnamon one is worth rounding " +
          "up for.",
        dish: "Cinnamon bun",
        pricePence: 320,
        daysAgo: 214,
      },
      {
        by: "big-O-no",
        rating: 3,
        body: "No seats, card only, and the hatch shuts at three sharp. The bun was fine. The logistics were not.",
        daysAgo: 133,
      },
      {
        by: "hello world",
        rating: 5,
        body: "Pistachio bun on a Friday only. Green all the way through, and not with colouring.",
        dish: "Pistachio bun",
        daysAgo: 38,
      },
    ],
  },
];
