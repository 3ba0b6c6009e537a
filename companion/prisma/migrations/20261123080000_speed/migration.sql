-- CreateTable
CREATE TABLE "count_state" (
    "org_id" TEXT NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "count_state_pkey" PRIMARY KEY ("org_id")
);

-- CreateTable
CREATE TABLE "counted_account" (
    "org_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "counted" JSONB NOT NULL,
    "tier" TEXT,
    "csm_id" TEXT,
    "industry" TEXT,
    "region" TEXT,
    "health_change" DOUBLE PRECISION,

    CONSTRAINT "counted_account_pkey" PRIMARY KEY ("org_id","account_id")
);

-- CreateTable
CREATE TABLE "running_total" (
    "org_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "sums" JSONB NOT NULL,

    CONSTRAINT "running_total_pkey" PRIMARY KEY ("org_id","scope","value")
);

-- CreateIndex
CREATE INDEX "counted_account_org_id_health_change_idx" ON "counted_account"("org_id", "health_change");

-- CreateIndex
CREATE INDEX "counted_account_org_id_tier_health_change_idx" ON "counted_account"("org_id", "tier", "health_change");

-- CreateIndex
CREATE INDEX "counted_account_org_id_csm_id_health_change_idx" ON "counted_account"("org_id", "csm_id", "health_change");

-- CreateIndex
CREATE INDEX "counted_account_org_id_industry_health_change_idx" ON "counted_account"("org_id", "industry", "health_change");

-- CreateIndex
CREATE INDEX "counted_account_org_id_region_health_change_idx" ON "counted_account"("org_id", "region", "health_change");
