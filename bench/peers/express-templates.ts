import type { PeerCount, PeerPlace, PeerReview } from "./express-queries.ts";

const BANDS = ["", "under £8", "£8 to £15", "£15 to £25", "over £25"];
const ESCAPED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character);
}

function layout(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">Fork &amp; Filter</a>
<nav><ul><li><a href="/places">Places</a></li><li><a href="/places/new">Recommend a place</a></li></ul></nav></header>
<main>${content}</main>
<footer><p>Recommended by people, near campus.</p></footer>
</body>
</html>`;
}

function score(place: PeerPlace): string {
  if (place.mean === null) return '<p class="score">No ratings yet</p>';
  return `<p class="score"><strong>${place.mean.toFixed(1)}</strong> out of 5, ${place.review_count} ratings</p>`;
}

function card(place: PeerPlace): string {
  return `<li class="card"><h3><a href="/places/${encodeURIComponent(place.slug)}">${escapeHtml(place.name)}</a></h3>
<p class="facts-line">${escapeHtml(place.cuisines)} · <strong>${BANDS[place.price_band]}</strong></p>
${score(place)}
${place.quote ? `<p class="quote">“${escapeHtml(place.quote.slice(0, 160))}” <cite>${escapeHtml(place.quote_by ?? "")}</cite></p>` : ""}
<p class="card-foot">${escapeHtml(place.street)}, ${escapeHtml(place.postcode)}</p></li>`;
}

export function listPage(places: PeerPlace[], cuisines: PeerCount[], chosen: string[]): string {
  const options = cuisines.map(
    ({ slug, name, places: count }) =>
      `<label><input type="checkbox" name="cuisine" value="${escapeHtml(slug)}"${chosen.includes(slug) ? " checked" : ""}> ${escapeHtml(name)} (${count})</label>`,
  );
  return layout(
    "Places",
    `<h1>Where to eat near campus</h1>
<form method="get"><fieldset><legend>Cuisine</legend>${options.join("\n")}</fieldset><button>Apply</button></form>
<ol class="cards">${places.map(card).join("\n")}</ol>`,
  );
}

function review({ rating, body, dish, handle, updated_at }: PeerReview): string {
  return `<article class="review"><p class="score"><strong>${rating}</strong> out of 5</p>
<p class="review-body">${escapeHtml(body)}</p>
<p class="review-facts">${escapeHtml(handle)} · ${updated_at.slice(0, 10)}${dish ? ` · ${escapeHtml(dish)}` : ""}</p></article>`;
}

export function placePage(
  place: PeerPlace,
  ratings: { rating: number; count: number }[],
  reviews: PeerReview[],
): string {
  const spread = ratings.map(
    ({ rating, count }) =>
      `<li>${rating} stars <progress max="${place.review_count}" value="${count}"></progress> ${count}</li>`,
  );
  return layout(
    place.name,
    `<h1>${escapeHtml(place.name)}</h1>
${score(place)}
<dl class="facts"><dt>Serves</dt><dd>${escapeHtml(place.cuisines)}</dd><dt>Usually</dt><dd>${BANDS[place.price_band]}</dd>
<dt>Address</dt><dd>${escapeHtml(place.street)}, ${escapeHtml(place.postcode)}</dd></dl>
<ul class="distribution">${spread.join("\n")}</ul>
${reviews.map(review).join("\n")}`,
  );
}
