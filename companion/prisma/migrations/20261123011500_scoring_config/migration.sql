-- AlterTable
ALTER TABLE "account_record" ADD COLUMN     "config_hash" TEXT,
ADD COLUMN     "facts" JSONB;

-- AlterTable
ALTER TABLE "scoring_config" ADD COLUMN     "last_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "record_id" TEXT;
