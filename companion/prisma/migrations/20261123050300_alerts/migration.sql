-- CreateTable
CREATE TABLE "alert" (
    "org_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "recipient_id" TEXT,
    "message" TEXT NOT NULL,
    "records" JSONB NOT NULL,
    "rule" JSONB NOT NULL,
    "raised_on" TIMESTAMPTZ(3) NOT NULL,
    "baseline" BOOLEAN NOT NULL,
    "lasting" BOOLEAN NOT NULL,
    "gone_since" TIMESTAMPTZ(3),
    "read_on" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "resolved_on" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "escalated_on" TIMESTAMPTZ(3),
    "escalated_to" TEXT,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("org_id","key")
);

-- CreateTable
CREATE TABLE "alert_delivery" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "alert_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "recipient_id" TEXT NOT NULL,
    "together" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "message_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "alert_delivery_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "alert_rule_seen" (
    "org_id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_rule_seen_pkey" PRIMARY KEY ("org_id","rule_id")
);

-- CreateTable
CREATE TABLE "alert_cursor" (
    "org_id" TEXT NOT NULL,
    "read_to" TIMESTAMPTZ(3),
    "looked_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_cursor_pkey" PRIMARY KEY ("org_id")
);

-- CreateIndex
CREATE INDEX "alert_org_id_account_id_lasting_idx" ON "alert"("org_id", "account_id", "lasting");

-- CreateIndex
CREATE INDEX "alert_org_id_raised_on_key_idx" ON "alert"("org_id", "raised_on", "key");

-- CreateIndex
CREATE INDEX "alert_delivery_org_id_channel_state_due_at_idx" ON "alert_delivery"("org_id", "channel", "state", "due_at");

-- CreateIndex
CREATE INDEX "alert_delivery_org_id_alert_key_idx" ON "alert_delivery"("org_id", "alert_key");
