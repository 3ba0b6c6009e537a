-- AlterTable
ALTER TABLE "org" ADD COLUMN     "families_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "account_record" ADD COLUMN     "arr" DOUBLE PRECISION,
ADD COLUMN     "family" JSONB,
ADD COLUMN     "parent_id" TEXT;

-- CreateTable
CREATE TABLE "family_score" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "org_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,
    "config_hash" TEXT NOT NULL,
    "inputs" JSON NOT NULL,
    "result" JSON,
    "member_ids" TEXT[],
    "is_current" BOOLEAN NOT NULL,

    CONSTRAINT "family_score_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "family_score_org_id_account_id_scored_at_idx" ON "family_score"("org_id", "account_id", "scored_at");

-- CreateIndex
CREATE INDEX "family_score_org_id_is_current_idx" ON "family_score"("org_id", "is_current");

-- What was read so far does not tell which account stands above which: the next run reads every account once more.
UPDATE "org" SET "full_read_at" = NULL;
