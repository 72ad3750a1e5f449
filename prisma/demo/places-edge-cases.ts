import type { DemoPlace } from "./types.ts";

export const demoEdgeCasesOfName: DemoPlace[] = [
  {
    key: "stack-overflow-pancakes",
    name: "Stack Overflow Pancakes",
    street: "10 Semaphore Row",
    postcode: "N0 4SR",
    cuisines: ["Brunch"],
    priceBand: 2,
    addedDaysAgo: 386,
    recommendedBy: "stack trace",
    reviews: [
      {
        by: "stack trace",
        rating: 4,
        body: "Five deep and leaning. Order the short stack of three unless somebody is helping you.",
        dish: "Stack of five",
        pricePence: 950,
        daysAgo: 386,
      },
      {
        by: "bit flipper",
        rating: 5,
        body: "Thin ones with lemon and sugar, all year, not only on the Tuesday. Ask for them crisp.",
        dish: "Lemon and sugar stack",
        pricePence: 820,
        daysAgo: 264,
      },
      {
        by: "git blame gran",
        rating: 3,
        body: "I asked a simple question about syrup and was told it had been asked before.",
        dish: "Blueberry pancakes",
        daysAgo: 93,
      },
    ],
  },
  {
    key: "the-stack-overflow-pancake-cafe",
    name: "The Stack Overflow Pancake Café",
    street: "10a Semaphore Row",
    postcode: "N0 4SR",
    cuisines: ["Brunch", "Coffee"],
    priceBand: 2,
    addedDaysAgo: 97,
    recommendedBy: "hello world",
    reviews: [
      {
        by: "hello world",
        rating: 4,
        body:
          "Not the same as the one next door: this has tables, coffee and a different cousin. Blueberries " +
          "inside, not on top.",
        dish: "Blueberry pancakes",
        daysAgo: 97,
      },
      {
        by: "dangling else",
        rating: 3,
        body:
          "Sent here to meet a friend, who was waiting happily in number 10. Leek and cheese pancake was decent, " +
          "though.",
        dish: "Savoury pancake",
        pricePence: 1080,
        daysAgo: 42,
      },
    ],
  },
  {
    key: "new",
    name: "New",
    street: "29 Checksum Walk",
    postcode: "N0 8WH",
    cuisines: ["Mexican", "Brunch"],
    priceBand: 2,
    addedDaysAgo: 73,
    recommendedBy: "undefined uncle",
    reviews: [
      {
        by: "undefined uncle",
        rating: 3,
        body:
          "It has been called New since it opened and nobody has assigned it to anything yet. Good tacos, bare " +
          "walls.",
        dish: "Breakfast taco",
        pricePence: 850,
        daysAgo: 73,
      },
      {
        by: "semi colin",
        rating: 4,
        body: "Try telling a friend to meet you at New. We allowed fifteen minutes for the conversation.",
        dish: "Huevos rancheros",
        daysAgo: 27,
      },
    ],
  },
  {
    key: "ful-stack",
    name: "فول ستاك",
    street: "37 Register Road",
    postcode: "N0 3RT",
    cuisines: ["Falafel", "Vegan", "Brunch"],
    priceBand: 1,
    website: "https://ful-stack.example",
    addedDaysAgo: 310,
    recommendedBy: "localhost hero",
    reviews: [
      {
        by: "localhost hero",
        rating: 5,
        body:
          'The sign reads "ful stack": slow beans, cumin, lemon, oil, then egg, then more beans. Front to back ' +
          "in one bowl.",
        dish: "Ful medames",
        pricePence: 590,
        daysAgo: 310,
      },
      {
        by: "off-by-2",
        rating: 4,
        body: "Breakfast until three. Two eggs unless you say otherwise, so nothing to complain about.",
        dish: "Ful and egg",
        pricePence: 690,
        daysAgo: 208,
      },
      {
        by: "null island",
        rating: 5,
        body:
          "Falafel made from broad beans, green inside, lighter than the usual. الفول ممتاز, as the man beside " +
          "me put it.",
        dish: "Falafel wrap",
        pricePence: 550,
        daysAgo: 118,
      },
      {
        by: "lorem ipsum",
        rating: 4,
        body: "Cash only, cashpoint two doors down charges £1.99. Plan ahead.",
        daysAgo: 30,
      },
    ],
  },
  {
    key: "enterprise-sandwich-factory",
    name: "The Very Verbose Enterprise Sandwich Factory, Sandwich Beans and Coffee Provider",
    street: "Unit 12, Loopback Arches",
    postcode: "N0 2LB",
    cuisines: ["Deli"],
    priceBand: 1,
    addedDaysAgo: 172,
    recommendedBy: "yak shaver",
    reviews: [
      {
        by: "yak shaver",
        rating: 3,
        body:
          "By the time I had read the sign it was my turn. The cheese sandwich takes three forms and one " +
          "signature.",
        dish: "Abstract cheese sandwich",
        daysAgo: 172,
      },
      {
        by: "cache miss",
        rating: 2,
        body: "Told that sandwiches are made by the other counter, which makes the counter that makes them.",
        dish: "Ham toastie",
        daysAgo: 59,
      },
    ],
  },
  {
    key: "nans-naans",
    name: "NaN's Naans",
    street: "25 Heap Street",
    postcode: "N0 3HP",
    cuisines: ["Indian"],
    priceBand: 1,
    addedDaysAgo: 226,
    recommendedBy: "flaky test",
    reviews: [
      {
        by: "flaky test",
        rating: 4,
        body: "A naan that is not equal to any other naan, itself included. The keema one is lunch.",
        dish: "Keema naan",
        pricePence: 620,
        daysAgo: 226,
      },
      {
        by: "left-pad",
        rating: 5,
        body: "Paneer rolled in garlic naan, out of the oven while you pay. Watch the first bite.",
        dish: "Paneer roll",
        daysAgo: 126,
      },
      {
        by: "big-O-no",
        rating: 3,
        body: 'Asked how long. "Not a number I can give you." It was nineteen minutes.',
        daysAgo: 41,
      },
    ],
  },
];
