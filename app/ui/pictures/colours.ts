/** As tokens.css has them by day: a picture knows nothing of who will look at it. */
export const COLOURS = {
  paper: "#fbf6ec",
  card: "#fffdf8",
  ink: "#221b14",
  softInk: "#6a5c4c",
  line: "#e4d8c4",
  tomato: "#b8321c",
  onTomato: "#fff8f0",
  mustard: "#b97a00",
  street: "#e9dcc6",
  streetEdge: "#d8c6aa",
  park: "#e3edda",
  water: "#d5e6ea",
} as const;
