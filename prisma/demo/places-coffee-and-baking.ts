import type { DemoPlace } from "./types.ts";

export const demoCoffeeAndBaking: DemoPlace[] = [
  {
    key: "null-pointer-coffee",
    name: "Null Pointer Coffee",
    street: "2 Dangling Row",
    postcode: "N0 4BA",
    cuisines: ["Coffee", "Bakery"],
    priceBand: 1,
    website: "https://null-pointer-coffee.example",
    addedDaysAgo: 496,
    recommendedBy: "rubber duck",
    reviews: [
      {
        by: "rubber duck",
        rating: 5,
        body:
          "Walked in with a bug, explained it to the queue, walked out with a fix and a very good flat white. " +
          "Two minutes from campus if you cut through the arches.",
        dish: "Flat white",
        pricePence: 320,
        daysAgo: 496,
      },
      {
        by: "tabs not spaces",
        rating: 5,
        body: "Six stools and a shelf. The cortado is short, hot and correctly indented.",
        dish: "Cortado",
        pricePence: 300,
        daysAgo: 471,
      },
      {
        by: "segfault sam",
        rating: 5,
        body: "Four sockets under the window bench and all of them work. Claim one before ten.",
        daysAgo: 452,
      },
      {
        by: "merge marge",
        rating: 3,
        body:
          "Good coffee, but the 10.15 break empties the whole school into one small room. Go at 9.40 or go " +
          "thirsty.",
        dish: "Latte",
        pricePence: 340,
        daysAgo: 430,
      },
      {
        by: "null island",
        rating: 5,
        body:
          "Came for the name, stayed for the cheese scone, which is warm until about eleven and a paperweight " +
          "after that.",
        dish: "Cheese scone",
        daysAgo: 411,
      },
      {
        by: "cache miss",
        rating: 5,
        body: "Filter with a free refill before noon. I have not found a cheaper desk in London.",
        dish: "Filter coffee",
        daysAgo: 388,
      },
      {
        by: "yak shaver",
        rating: 2,
        body: "They took out the big table to fit a second grinder. I understand why. I still mind.",
        daysAgo: 365,
      },
      {
        by: "dangling else",
        rating: 5,
        body: "Oat milk at no extra charge, which should not be remarkable and is.",
        dish: "Oat flat white",
        pricePence: 330,
        daysAgo: 340,
      },
      {
        by: "git blame gran",
        rating: 5,
        body: "The young man remembered my order after one visit. My grandchildren cannot manage that.",
        dish: "Cappuccino",
        pricePence: 330,
        daysAgo: 322,
      },
      {
        by: "flaky test",
        rating: 3,
        body: "Sometimes superb, sometimes burnt. I reran it five times and got three passes.",
        daysAgo: 301,
      },
      {
        by: "dr. deadlock",
        rating: 2,
        body: "One queue to order, one to collect, and each waits for the other. Eighteen minutes on a Tuesday.",
        dish: "Flat white",
        pricePence: 330,
        daysAgo: 280,
      },
      {
        by: "localhost hero",
        rating: 5,
        body: "There is no place like it. The wifi password is on the till and nobody hurries you.",
        daysAgo: 262,
      },
      {
        by: "promise pending",
        rating: 5,
        body: "Espresso in under a minute. Anything with milk resolves eventually.",
        dish: "Espresso",
        daysAgo: 240,
      },
      {
        by: "lorem ipsum",
        rating: 5,
        body: "The croissants come from Bread-First Search up the hill and are gone by half nine. Set an alarm.",
        dish: "Almond croissant",
        pricePence: 390,
        daysAgo: 221,
      },
      {
        by: "sudo sandwich",
        rating: 3,
        body: "Drinks are the point here. The ham toastie is £6.50 of mostly toast.",
        dish: "Ham toastie",
        pricePence: 650,
        daysAgo: 199,
      },
      {
        by: "regex regrets",
        rating: 5,
        body:
          "Iced latte on the hottest day of the course: big glass, proper ice, no fuss. Drink it on the wall " +
          "outside, which is in shade after two.",
        dish: "Iced latte",
        daysAgo: 176,
      },
      {
        by: "off-by-2",
        rating: 5,
        body: "Twenty pence dearer than last year and still cheaper than anything on Bytecode Broadway.",
        dish: "Flat white",
        pricePence: 340,
        daysAgo: 150,
      },
      {
        by: "semi colin",
        rating: 1,
        body:
          "Moved on from the window seat after forty minutes because I only had a filter. Then why put sockets " +
          "there?",
        daysAgo: 128,
      },
      {
        by: "left-pad",
        rating: 5,
        body:
          "Ignore the grumbling about time limits: it is an hour at the window and as long as you like at the " +
          "back.",
        daysAgo: 101,
      },
      {
        by: "hello world",
        rating: 5,
        body: "My first coffee of the course and my first review. Both went well.",
        dish: "Flat white",
        pricePence: 350,
        daysAgo: 99,
      },
      {
        by: "bit flipper",
        rating: 5,
        body: "Finally, a decaf somebody has thought about. You can drink it at four and still sleep before stand-up.",
        dish: "Decaf flat white",
        pricePence: 340,
        daysAgo: 77,
      },
      {
        by: "kernel panic pip",
        rating: 3,
        body: "Loud from noon, when the arches get going. Bring headphones or take the two stools by the loo.",
        daysAgo: 21,
      },
      {
        by: "stack trace",
        rating: 5,
        body: "Queue of nine, served in six minutes. I timed it because I was late anyway.",
        dish: "Flat white",
        daysAgo: 4,
      },
    ],
  },
  {
    key: "segmentation-roast",
    name: "Segmentation Roast",
    street: "Unit 3, Loopback Arches",
    postcode: "N0 2LB",
    cuisines: ["Coffee"],
    priceBand: 1,
    addedDaysAgo: 380,
    recommendedBy: "segfault sam",
    reviews: [
      {
        by: "segfault sam",
        rating: 4,
        body:
          "They roast in the back on Mondays, so the whole arch smells of it and so will your coat. Ask for " +
          "whatever came out last.",
        dish: "Filter coffee",
        pricePence: 290,
        daysAgo: 380,
      },
      {
        by: "cache miss",
        rating: 5,
        body: "Buy the small bag of beans and they give you a coffee while they grind it. Best £7.90 of the month.",
        dish: "Bag of beans",
        pricePence: 790,
        daysAgo: 266,
      },
      {
        by: "tabs not spaces",
        rating: 2,
        body: "Trains overhead every four minutes. Every four. I counted instead of working.",
        dish: "Flat white",
        pricePence: 340,
        daysAgo: 157,
      },
      {
        by: "undefined uncle",
        rating: 4,
        body: "Warm in January, which you cannot say of the other arches.",
        dish: "Cortado",
        daysAgo: 33,
      },
    ],
  },
];
