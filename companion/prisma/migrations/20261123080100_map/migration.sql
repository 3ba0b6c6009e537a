-- AlterTable
ALTER TABLE "org" ADD COLUMN     "mappings" TEXT;

-- AlterTable
ALTER TABLE "account_record" ADD COLUMN     "mirrored" JSONB;
