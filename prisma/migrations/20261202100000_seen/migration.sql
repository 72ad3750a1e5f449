-- Written by hand: Prisma would rebuild members, and its triggers would vanish.

ALTER TABLE "members" ADD COLUMN "news_seen_at" DATETIME CHECK ("news_seen_at" IS NULL OR "news_seen_at" GLOB '????-??-??T*+00:00');
