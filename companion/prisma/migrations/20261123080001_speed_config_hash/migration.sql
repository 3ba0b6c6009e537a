-- CreateIndex
CREATE INDEX CONCURRENTLY "account_record_org_id_config_hash_idx" ON "account_record"("org_id", "config_hash");
