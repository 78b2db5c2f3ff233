-- Who is due of one tenant, however many are due of others; and of which tenants reminders are under way
create index permit_turns on permit (tenant_id, due_at) where due_at is not null;
create index permit_held on permit (tenant_id) where reminder_id is not null;

-- What is due at one endpoint, however much is due at others
create index webhook_delivery_turns on webhook_delivery (tenant_id, endpoint_id, due_at, event_id) where due_at is not null;
