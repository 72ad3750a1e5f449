CREATE TABLE "limit_counts" (
    "limit_name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until" DATETIME NOT NULL,
    PRIMARY KEY ("limit_name", "key_hash"),
    CHECK (length("limit_name") BETWEEN 1 AND 40),
    CHECK (length("key_hash") = 43),
    CHECK ("count" >= 0),
    CHECK ("until" GLOB '????-??-??T*+00:00')
);

CREATE INDEX "limit_counts_until_idx" ON "limit_counts"("until");
