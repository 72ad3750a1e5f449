import type { DemoPlace } from "./types.ts";

export const demoHotAndWrapped: DemoPlace[] = [
  {
    key: "git-hummus",
    name: "Git Hummus",
    street: "9 Semaphore Row",
    postcode: "N0 4SR",
    cuisines: ["Falafel", "Vegan", "Deli"],
    priceBand: 1,
    website: "https://git-hummus.example",
    addedDaysAgo: 365,
    recommendedBy: "git blame gran",
    reviews: [
      {
        by: "git blame gran",
        rating: 4,
        body: "Smooth, lemony, a good pool of oil. They commit to the garlic, so keep your distance in the afternoon.",
        dish: "Hummus bowl",
        pricePence: 620,
        daysAgo: 365,
      },
      {
        by: "regex regrets",
        rating: 5,
        body: "The beetroot one stains everything and is worth every shirt.",
        dish: "Beetroot hummus",
        pricePence: 640,
        daysAgo: 272,
      },
      {
        by: "flaky test",
        rating: 2,
        body: "Flatbread was cold and the hummus was straight from the fridge. Different from last time, of course.",
        dish: "Hummus bowl",
        pricePence: 650,
        daysAgo: 188,
      },
      {
        by: "stack trace",
        rating: 4,
        body: "The platter feeds two if neither of you is a teenager. Ask for the bread to be warmed.",
        dish: "Branch platter",
        daysAgo: 47,
      },
    ],
  },
  {
    key: "banh-minify",
    name: "Bánh Minify",
    street: "6 Packet Passage",
    postcode: "N0 2PA",
    cuisines: ["Vietnamese"],
    priceBand: 1,
    addedDaysAgo: 340,
    recommendedBy: "left-pad",
    reviews: [
      {
        by: "left-pad",
        rating: 5,
        body: "Everything you need in the smallest possible space. Good crackle on the bread, coriander not rationed.",
        dish: "Pork bánh mì",
        pricePence: 690,
        daysAgo: 340,
      },
      {
        by: "ctrl alt elite",
        rating: 4,
        body: "The lemongrass tofu beats the pork, and I say that as somebody who ordered both.",
        dish: "Tofu bánh mì",
        pricePence: 650,
        daysAgo: 225,
      },
      {
        by: "dr. deadlock",
        rating: 3,
        body: "The queue blocks the queue for the falafel next door. Sort yourselves out before you get to the corner.",
        daysAgo: 139,
      },
      {
        by: "off-by-2",
        rating: 4,
        body:
          "Three rolls for the price of two, by accident or design. The peanut sauce is thick enough to stand a " +
          "chopstick in.",
        dish: "Summer rolls",
        pricePence: 520,
        daysAgo: 66,
      },
      {
        by: "dangling else",
        rating: 4,
        body: "Wrapped tightly enough to eat while walking and talking about CSS.",
        dish: "Pork bánh mì",
        pricePence: 720,
        daysAgo: 16,
      },
    ],
  },
  {
    key: "a-monad-is-a-burrito",
    name: "A Monad Is a Burrito",
    street: "27 Bytecode Broadway",
    postcode: "N0 9BB",
    cuisines: ["Mexican"],
    priceBand: 2,
    addedDaysAgo: 402,
    recommendedBy: "yak shaver",
    reviews: [
      {
        by: "yak shaver",
        rating: 5,
        body:
          "I have had it explained to me nine times and I still cannot tell you what it is, but it is wrapped " +
          "very well.",
        dish: "Beef burrito",
        pricePence: 1050,
        daysAgo: 402,
      },
      {
        by: "kernel panic pip",
        rating: 4,
        body: "Black bean, no cheese, extra lime. Big enough that dinner became optional.",
        dish: "Bean burrito",
        pricePence: 890,
        daysAgo: 287,
      },
      {
        by: "lorem ipsum",
        rating: 2,
        body: "Rice, rice, a rumour of chicken, rice.",
        dish: "Chicken burrito",
        daysAgo: 174,
      },
      {
        by: "hello world",
        rating: 4,
        body:
          "Order on the left, pay on the right, ignore the middle. Ten per cent off if you are carrying a " +
          "laptop, apparently.",
        dish: "Chicken burrito",
        daysAgo: 40,
      },
    ],
  },
  {
    key: "curried-functions",
    name: "Curried Functions",
    street: "18 Heap Street",
    postcode: "N0 3HP",
    cuisines: ["Indian", "Vegan"],
    priceBand: 1,
    addedDaysAgo: 395,
    recommendedBy: "semi colin",
    reviews: [
      {
        by: "semi colin",
        rating: 5,
        body:
          "They bring one dish at a time and each hands you on to the next. A whole thali for under eight " +
          "pounds, sitting down.",
        dish: "Thali",
        daysAgo: 395,
      },
      {
        by: "git blame gran",
        rating: 4,
        body: "A dosa as long as my forearm. The coconut chutney is mild, the other one is not.",
        dish: "Masala dosa",
        pricePence: 690,
        daysAgo: 310,
      },
      {
        by: "null island",
        rating: 4,
        body:
          "Chickpeas with a proper amount of ginger. Ask for the brown paper bag of fritters by the till: a " +
          "pound, cash.",
        dish: "Chana masala",
        daysAgo: 229,
      },
      {
        by: "localhost hero",
        rating: 2,
        body: "Lukewarm at quarter past two. I think I got what the lunch rush had left.",
        dish: "Thali",
        pricePence: 790,
        daysAgo: 115,
      },
      {
        by: "stack trace",
        rating: 5,
        body: "Calm, big tables, room for six of us and our laptops after 1.30. Nobody asked us to leave.",
        dish: "Masala dosa",
        pricePence: 750,
        daysAgo: 53,
      },
      {
        by: "hello world",
        rating: 4,
        body:
          "Even if you have eaten, stop for the chai. Served in a steel cup you cannot hold for the first five " +
          "minutes.",
        dish: "Masala chai",
        pricePence: 280,
        daysAgo: 9,
      },
    ],
  },
];
