-- CreateIndex
CREATE INDEX CONCURRENTLY "account_record_org_id_read_at_idx" ON "account_record"("org_id", "read_at");
