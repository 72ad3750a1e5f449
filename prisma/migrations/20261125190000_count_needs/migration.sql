-- Counted by group: in the order of the needs, widened by what the list filters by, as the indexes of the orders are.
CREATE INDEX "place_index_needs" ON "place_index"("needs", "place_id", "is_closed", "price_pence", "campus_metres", "score");
