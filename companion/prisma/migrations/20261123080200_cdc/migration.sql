-- AlterTable
ALTER TABLE "org_connection" ADD COLUMN "change_events" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "change_feed" (
    "org_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "held_until" TIMESTAMPTZ(3) NOT NULL,
    "replay_id" BIGINT,
    "connected_since" TIMESTAMPTZ(3),
    "last_event_at" TIMESTAMPTZ(3),
    "events" BIGINT NOT NULL DEFAULT 0,
    "own_events" BIGINT NOT NULL DEFAULT 0,
    "reconnects" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "change_feed_pkey" PRIMARY KEY ("org_id","channel")
);
