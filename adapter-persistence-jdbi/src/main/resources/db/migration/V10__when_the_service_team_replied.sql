-- The service team's words in each group: when it replied, the last time
create index message_reply on message (tenant_id, group_id, seq) where kind = 'WORDS' and author_tenant_id <> tenant_id;
