-- CreateIndex
CREATE INDEX CONCURRENTLY "account_record_org_id_parent_id_idx" ON "account_record"("org_id", "parent_id");
