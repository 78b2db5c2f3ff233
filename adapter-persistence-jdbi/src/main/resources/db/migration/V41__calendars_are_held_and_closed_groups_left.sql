-- Who locks a row needs the policies for update, too: without one, a calendar of the provider was not there for whom it was held, and clocks
-- counted nights and weekends whenever a customer moved them. What a customer would change in it is still refused.
create policy provider_update on business_calendar for update
    using (tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')) with check (false);

-- Whose role is taken away leaves the groups of closed tickets, too
create index member_shelved on member (person_tenant_id, person_id) where left_at is null and shelved;
