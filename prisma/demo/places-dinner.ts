import type { DemoPlace } from "./types.ts";

export const demoDinner: DemoPlace[] = [
  {
    key: "merge-conflict-pizza",
    name: "Merge Conflict Pizza",
    street: "12 Breakpoint Lane",
    postcode: "N0 1AB",
    cuisines: ["Pizza", "Italian"],
    priceBand: 2,
    website: "https://merge-conflict-pizza.example",
    addedDaysAgo: 492,
    recommendedBy: "merge marge",
    reviews: [
      {
        by: "merge marge",
        rating: 5,
        body:
          "Two of you disagree about toppings, they put both on and mark the line down the middle in olives. We " +
          "kept both changes.",
        dish: "Half and half pizza",
        pricePence: 1350,
        daysAgo: 492,
      },
      {
        by: "rubber duck",
        rating: 4,
        body: "Blistered edge, wet middle, basil on after the oven. Table for six without booking on a Monday.",
        dish: "Margherita",
        daysAgo: 447,
      },
      {
        by: "tabs not spaces",
        rating: 2,
        body: "My half had anchovies. I had not asked for anchovies. Somebody resolved that without reading it.",
        dish: "Half and half pizza",
        pricePence: 1350,
        daysAgo: 396,
      },
      {
        by: "segfault sam",
        rating: 5,
        body: "Honey on a hot sausage pizza sounds like a mistake. It is a feature.",
        dish: "Spicy sausage pizza",
        pricePence: 1290,
        daysAgo: 352,
      },
      {
        by: "null island",
        rating: 4,
        body: "Good for a cohort dinner: they split the bill by table and only complain a bit.",
        daysAgo: 296,
      },
      {
        by: "git blame gran",
        rating: 4,
        body: "They cut mine into small squares without being asked. I knew exactly who to thank.",
        dish: "Margherita",
        daysAgo: 247,
      },
      {
        by: "off-by-2",
        rating: 3,
        body: "Cut into seven slices. We were four. It caused what you would expect.",
        dish: "Margherita",
        pricePence: 980,
        daysAgo: 194,
      },
      {
        by: "promise pending",
        rating: 5,
        body:
          "No cheese, a lot of garlic, £8.50. The cheapest proper dinner on this street, and vegan without " +
          "saying so.",
        dish: "Marinara",
        pricePence: 850,
        daysAgo: 153,
      },
      {
        by: "dr. deadlock",
        rating: 3,
        body: "Friday after six is a forty-minute wait with nowhere to stand. Come on a Tuesday and there is none.",
        daysAgo: 108,
      },
      {
        by: "bit flipper",
        rating: 4,
        body:
          "Aubergine, chilli, a hard salty cheese. Gluten-free base is two pounds more and does not taste like a " +
          "beer mat.",
        dish: "Aubergine pizza",
        pricePence: 1220,
        daysAgo: 72,
      },
      {
        by: "stack trace",
        rating: 1,
        body: "Burnt underneath, raw on top, and the answer was that this is the style.",
        dish: "Spicy sausage pizza",
        daysAgo: 34,
      },
      {
        by: "hello world",
        rating: 5,
        body: "Went with my project partner, got one pizza, left still speaking.",
        dish: "Half and half pizza",
        pricePence: 1390,
        daysAgo: 8,
      },
    ],
  },
  {
    key: "bibim-bash",
    name: "Bibim-Bash",
    street: "22 Kernel Terrace",
    postcode: "N0 5TE",
    cuisines: ["Korean"],
    priceBand: 2,
    website: "https://bibim-bash.example",
    addedDaysAgo: 330,
    recommendedBy: "kernel panic pip",
    reviews: [
      {
        by: "kernel panic pip",
        rating: 5,
        body:
          "Leave the stone bowl alone for two minutes so that the rice crusts, then mix with force. The clue is " +
          "in the name.",
        dish: "Bibimbap",
        pricePence: 1250,
        daysAgo: 330,
      },
      {
        by: "regex regrets",
        rating: 4,
        body:
          "A kimchi pancake to share and not quite enough of it. Free side dishes, refilled once if you catch an " +
          "eye.",
        dish: "Kimchi pancake",
        daysAgo: 246,
      },
      {
        by: "semi colin",
        rating: 4,
        body: "Arrives boiling and stays boiling. Allow ten minutes of looking at it.",
        dish: "Tofu stew",
        pricePence: 1180,
        daysAgo: 148,
      },
      {
        by: "left-pad",
        rating: 2,
        body: "Sweet, soft, not crisp. Everyone else at the table had the bibimbap and looked smug.",
        dish: "Fried chicken",
        pricePence: 1290,
        daysAgo: 80,
      },
      {
        by: "cache miss",
        rating: 5,
        body: "Under a tenner before 3pm, soup included.",
        dish: "Bibimbap",
        pricePence: 950,
        daysAgo: 11,
      },
    ],
  },
  {
    key: "injera-interface",
    name: "Injera Interface",
    street: "5 Mutex Mews",
    postcode: "N0 1UX",
    cuisines: ["Ethiopian", "Vegan"],
    priceBand: 3,
    addedDaysAgo: 298,
    recommendedBy: "undefined uncle",
    reviews: [
      {
        by: "undefined uncle",
        rating: 5,
        body: "One platter, many hands, no cutlery. The fasting platter is vegan and better than the meat one.",
        dish: "Sharing platter for two",
        daysAgo: 298,
      },
      {
        by: "merge marge",
        rating: 5,
        body: "Slow lentils with a heat that arrives late. Order extra injera at once, because you will.",
        dish: "Lentil stew",
        pricePence: 1150,
        daysAgo: 195,
      },
      {
        by: "cache miss",
        rating: 4,
        body:
          "Stay for the coffee, roasted at the table. Three small cups, an hour, no regrets about the evening's " +
          "revision.",
        dish: "Coffee ceremony",
        pricePence: 650,
        daysAgo: 121,
      },
      {
        by: "big-O-no",
        rating: 3,
        body: "Lovely food, low tables, bad knees.",
        daysAgo: 57,
      },
    ],
  },
];
