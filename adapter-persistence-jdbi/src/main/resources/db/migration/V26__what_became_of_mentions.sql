-- What became of the mentions in a customer's groups, in the log's order; read backwards. Those that failed, or wait, are few among many.
create index mention_in_tenant on mention (tenant_id, mentioned_at, group_id, seq, person_tenant_id, person_id);
create index mention_failed on mention (tenant_id, mentioned_at, group_id, seq, person_tenant_id, person_id)
    where reason in ('UNREACHABLE', 'APP_BROKEN');
create index mention_waiting on mention (tenant_id, mentioned_at, group_id, seq, person_tenant_id, person_id)
    where decided_at is null;

-- Also those that are decided: of how many mentions a reminder told
drop index mention_covered;
create index mention_under on mention (person_tenant_id, person_id, reminder_id) where reminder_id is not null;
