import { expect, test } from "vitest";
import { typesOf } from "./structured-place.ts";

test.each([
  [[], "FoodEstablishment"],
  [["Thai"], "Restaurant"],
  [["Barbecue"], "Restaurant"],
  [["Steak"], "Restaurant"],
  [["Coffee"], "CafeOrCoffeeShop"],
  [["Café"], "CafeOrCoffeeShop"],
  [
    ["Bakery", "Coffee"],
    ["CafeOrCoffeeShop", "Bakery"],
  ],
  [["Fish and chips"], "FastFoodRestaurant"],
  [["Italian", "Ice cream"], "IceCreamShop"],
  [["Pub"], "BarOrPub"],
])("a place with %j is a %j", (cuisines, type) => {
  expect(typesOf(cuisines)).toEqual(type);
});
