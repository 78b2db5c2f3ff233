-- What came of a customer's month
create index ticket_of_tenant on ticket (tenant_id, opened_at);
create index emergency_of_tenant on emergency (tenant_id, started_at);
create index ticket_reminder_of_tenant on ticket_reminder (tenant_id, pressed_at);
