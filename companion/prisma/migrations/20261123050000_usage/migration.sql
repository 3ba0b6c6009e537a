-- AlterTable
ALTER TABLE "account_record" ADD COLUMN     "external_key" TEXT;

-- CreateTable
CREATE TABLE "usage_day" (
    "org_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "active_users" BIGINT,
    "licensed_seats" BIGINT,
    "logins" BIGINT,
    "api_calls" BIGINT,
    "features" JSONB,
    "dirty" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_day_pkey" PRIMARY KEY ("org_id","account_id","day")
);

-- CreateTable
CREATE TABLE "usage_user" (
    "org_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "user_hash" TEXT NOT NULL,

    CONSTRAINT "usage_user_pkey" PRIMARY KEY ("org_id","account_id","day","user_hash")
);

-- CreateTable
CREATE TABLE "usage_request" (
    "org_id" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_request_pkey" PRIMARY KEY ("org_id","caller","key")
);

-- CreateIndex
CREATE INDEX "usage_day_org_id_dirty_idx" ON "usage_day"("org_id", "dirty");

-- CreateIndex
CREATE INDEX "usage_day_org_id_day_idx" ON "usage_day"("org_id", "day");

-- CreateIndex
CREATE INDEX "usage_user_org_id_day_idx" ON "usage_user"("org_id", "day");

-- CreateIndex
CREATE INDEX "usage_request_org_id_at_idx" ON "usage_request"("org_id", "at");

-- CreateIndex
CREATE INDEX "account_record_org_id_external_key_idx" ON "account_record"("org_id", "external_key");

-- Accounts that were read before have no external key here yet: the next run reads all of them again.
UPDATE "org" SET "full_read_at" = NULL;
