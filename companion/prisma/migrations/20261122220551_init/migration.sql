-- CreateTable
CREATE TABLE "org" (
    "id" TEXT NOT NULL,
    "instance_url" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "last_login_at" TIMESTAMPTZ(3) NOT NULL,
    "full_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "org_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_record" (
    "org_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "system_modstamp" TIMESTAMPTZ(3) NOT NULL,
    "signals" JSONB NOT NULL,
    "record_ids" TEXT[],
    "current" JSONB NOT NULL,
    "last_score" JSON,
    "scored_as_of" DATE,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_record_pkey" PRIMARY KEY ("org_id","account_id")
);

-- CreateTable
CREATE TABLE "scoring_config" (
    "org_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "first_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scoring_config_pkey" PRIMARY KEY ("org_id","hash")
);

-- CreateTable
CREATE TABLE "score" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "org_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,
    "config_hash" TEXT NOT NULL,
    "inputs" JSON NOT NULL,
    "result" JSON NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_cursor" (
    "org_id" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "changed_to" TIMESTAMPTZ(3) NOT NULL,
    "deleted_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_cursor_pkey" PRIMARY KEY ("org_id","object")
);

-- CreateTable
CREATE TABLE "push_ledger" (
    "org_id" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "record_key" TEXT NOT NULL,
    "parent_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "pushed_hash" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "error" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_ledger_pkey" PRIMARY KEY ("org_id","object","record_key")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "org_id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "counts" JSONB,
    "error" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_log" (
    "org_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "account_id" TEXT,
    "state" TEXT NOT NULL,
    "message" TEXT,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_log_pkey" PRIMARY KEY ("org_id","request_id")
);

-- CreateIndex
CREATE INDEX "account_record_record_ids_idx" ON "account_record" USING GIN ("record_ids");

-- CreateIndex
CREATE INDEX "account_record_org_id_scored_as_of_idx" ON "account_record"("org_id", "scored_as_of");

-- CreateIndex
CREATE INDEX "score_org_id_account_id_scored_at_idx" ON "score"("org_id", "account_id", "scored_at");

-- CreateIndex
CREATE INDEX "push_ledger_org_id_state_next_attempt_at_idx" ON "push_ledger"("org_id", "state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "job_run_org_id_job_started_at_idx" ON "job_run"("org_id", "job", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_run_org_id_job_scheduled_at_key" ON "job_run"("org_id", "job", "scheduled_at");
