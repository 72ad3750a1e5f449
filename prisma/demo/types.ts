/** A demo place and what demo members say of it. Everything here is fictional: postcode area N0 does not exist. */
export type DemoPlace = {
  /** Never changes once published: the seed remembers by it what it has added. */
  key: string;
  name: string;
  street: string;
  /** In the fictional area N0, e.g. "N0 4BA". */
  postcode: string;
  cuisines: string[];
  /** 1: under £8, 2: £8 to £15, 3: £15 to £25, 4: over £25 a head. */
  priceBand: 1 | 2 | 3 | 4;
  website?: string;
  /** Days before the seed runs that it closed for good. */
  closedDaysAgo?: number;
  /** Days before the seed runs that it was recommended. */
  addedDaysAgo: number;
  recommendedBy: string;
  reviews: DemoReview[];
};

export type DemoReview = {
  by: string;
  rating: 1 | 2 | 3 | 4 | 5;
  body: string;
  dish?: string;
  pricePence?: number;
  /** Days before the seed runs that it was written; the visit was the same day. */
  daysAgo: number;
};
