-- CreateTable
CREATE TABLE "org_connection" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "org_id" TEXT,
    "login_url" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "username" TEXT,
    "sealed_secret" TEXT,
    "sealed_grant" TEXT,
    "grant_claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "org_connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connect_attempt" (
    "hash" TEXT NOT NULL,
    "connection_id" UUID NOT NULL,
    "sealed_verifier" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connect_attempt_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "org_connection_name_key" ON "org_connection"("name");
