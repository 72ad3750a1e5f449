import type { DemoPlace } from "./types.ts";

export const demoSitDownDinner: DemoPlace[] = [
  {
    key: "raw-strings-sushi",
    name: "Raw Strings Sushi",
    street: "16 Kernel Terrace",
    postcode: "N0 5TE",
    cuisines: ["Sushi", "Noodles"],
    priceBand: 3,
    addedDaysAgo: 238,
    recommendedBy: "regex regrets",
    reviews: [
      {
        by: "regex regrets",
        rating: 5,
        body:
          "Nothing escaped, nothing added: good fish, warm rice, a dab of wasabi already where it should be. " +
          "Counter seats only.",
        dish: "Chef's selection",
        pricePence: 2200,
        daysAgo: 238,
      },
      {
        by: "left-pad",
        rating: 4,
        body: "If you do not eat raw fish the udon is the quiet star. Two of us were out for under thirty pounds.",
        dish: "Udon",
        daysAgo: 110,
      },
      {
        by: "localhost hero",
        rating: 3,
        body: "Ten seats. Book, or be told about the ten seats.",
        daysAgo: 36,
      },
    ],
  },
  {
    key: "protocol-buffet",
    name: "Protocol Buffet",
    street: "60 Bytecode Broadway",
    postcode: "N0 9BB",
    cuisines: ["Indian"],
    priceBand: 3,
    addedDaysAgo: 352,
    recommendedBy: "dr. deadlock",
    reviews: [
      {
        by: "dr. deadlock",
        rating: 4,
        body: "Plates from the left, bread from the right, no reaching across. Once you know the handshake it flows.",
        dish: "Evening buffet",
        pricePence: 1895,
        daysAgo: 352,
      },
      {
        by: "git blame gran",
        rating: 3,
        body: "The first three trays are all potato. Walk to the far end before you commit.",
        dish: "Evening buffet",
        daysAgo: 249,
      },
      {
        by: "localhost hero",
        rating: 5,
        body:
          "The whole class came on graduation day, twenty-three of us, and they pushed the tables together " +
          "before we asked.",
        dish: "Lunch buffet",
        pricePence: 1500,
        daysAgo: 141,
      },
      {
        by: "ctrl alt elite",
        rating: 2,
        body: "The heat lamps were winning. Go in the first half hour after they open, or the second sitting at eight.",
        daysAgo: 50,
      },
    ],
  },
  {
    key: "root-access",
    name: "Root Access",
    street: "1 Compiler Yard",
    postcode: "N0 5DY",
    cuisines: ["Vegan"],
    priceBand: 4,
    website: "https://root-access.example",
    addedDaysAgo: 260,
    recommendedBy: "ctrl alt elite",
    reviews: [
      {
        by: "ctrl alt elite",
        rating: 5,
        body:
          "Celeriac, beetroot, parsnip, four more from underground and every one of them a surprise. For when " +
          "you get the job.",
        dish: "Seven-course menu",
        pricePence: 5200,
        daysAgo: 260,
      },
      {
        by: "yak shaver",
        rating: 4,
        body:
          "I went to book a table. To book a table you need the booking page, the booking page wants a phone " +
          "number, and my phone was being repaired on Heap Street, so I went to Heap Street, where the repair " +
          "man told me about the noodles, and that is how it took me three weeks to get here. It was worth about " +
          "two of them.\n\n" +
          "Seven courses, all from under the ground. First a beetroot crisp with something white and sour on it, " +
          "which we argued about and which turned out to be cashew. Then a celeriac broth poured at the table " +
          "from a teapot, the best thing of the night: salty, smoky and gone too soon. Course three was a single " +
          "carrot. I do not wish to be difficult, but it was one carrot. It had been cooked for nine hours, and " +
          "they tell you so twice.\n\n" +
          "Courses four and five were a potato in two states, and if you come for only one thing, come for the " +
          "second state, a sort of flatbread with burnt onion paste that we asked for again and were given " +
          "again, at no charge. Six was a salsify that I took for a mushroom. Pudding was parsnip ice cream with " +
          "toffee, and the table beside us, who had been sceptical all evening, went quiet.\n\n" +
          "Practical things. £54 without drinks; the five courses at £41 are the same menu without the carrot, " +
          "so do that. They start everybody at seven and do not rush you: we left at twenty past ten. The " +
          "quietest seats are at the far end, away from the pass, and the best view is of the pass. Sixteen " +
          "seats, one long table, so you will meet people. There is a step at the door and a ramp if you ring " +
          "first. The toilets are across the yard; take a coat. Tell them about allergies when you book, not " +
          "when you sit down: they were kind to the man who forgot, and they should not have had to be.\n\n" +
          "Four and not five because of the carrot, and because I left, after all that, wanting bread. Go when " +
          "somebody passes their first interview and somebody else is paying.",
        dish: "Seven-course menu",
        pricePence: 5400,
        daysAgo: 155,
      },
      {
        by: "sudo sandwich",
        rating: 2,
        body: "Immaculate, tiny, and I bought a kebab on the way home. £41.",
        dish: "Five-course menu",
        pricePence: 4100,
        daysAgo: 39,
      },
    ],
  },
];
