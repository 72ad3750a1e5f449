import { createServer } from "node:http";
import compression from "compression";
import express from "express";
import { announce } from "./announce.ts";
import { openQueries } from "./express-queries.ts";
import { listPage, placePage } from "./express-templates.ts";

// The peer: the same pages written well with Express, better-sqlite3 and template strings.
const [databaseFile = "", scores] = process.argv.slice(2);
const queries = openQueries(databaseFile, scores === "stored");
const app = express();

app.disable("x-powered-by");
app.use(compression());

app.get("/places", (request, response) => {
  const chosen = [request.query.cuisine].flat().filter((slug) => typeof slug === "string");
  response
    .type("html")
    .send(listPage(queries.listPlaces(chosen[0] ?? ""), queries.countCuisines(), chosen));
});

app.get("/places/:slug", (request, response) => {
  const place = queries.findPlace(request.params.slug);
  if (!place) {
    response.status(404).type("html").send("<h1>Not found</h1>");
    return;
  }
  response
    .type("html")
    .send(placePage(place, queries.countRatings(place.id), queries.listReviews(place.id)));
});

announce(createServer(app));
