-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "org_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "org_id" TEXT NOT NULL,
    "hook_id" UUID NOT NULL,
    "body_hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("org_id","hook_id","body_hash")
);

-- CreateTable
CREATE TABLE "inbound_record" (
    "org_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "account_id" TEXT,
    "reason" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "look_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbound_record_pkey" PRIMARY KEY ("org_id","kind","key")
);

-- CreateIndex
CREATE INDEX "webhook_org_id_created_at_idx" ON "webhook"("org_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_org_id_received_at_idx" ON "webhook_delivery"("org_id", "received_at");

-- CreateIndex
CREATE INDEX "inbound_record_org_id_state_look_at_idx" ON "inbound_record"("org_id", "state", "look_at");
