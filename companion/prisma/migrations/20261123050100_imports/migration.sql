-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "org_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "mapping_hash" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "error_file" TEXT NOT NULL,
    "error_bytes" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "line" BIGINT NOT NULL,
    "tally" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_usage_line" (
    "run_id" UUID NOT NULL,
    "line" BIGINT NOT NULL,
    "account_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "active_users" BIGINT,
    "licensed_seats" BIGINT,
    "logins" BIGINT,
    "api_calls" BIGINT,
    "feature" TEXT,
    "events" BIGINT,

    CONSTRAINT "import_usage_line_pkey" PRIMARY KEY ("run_id","line")
);

-- CreateIndex
CREATE INDEX "import_run_org_id_started_at_idx" ON "import_run"("org_id", "started_at");

-- CreateIndex
CREATE INDEX "import_usage_line_run_id_account_id_day_idx" ON "import_usage_line"("run_id", "account_id", "day");
