-- The owner is held by the policies too, and a migration is for all tenants
select set_config('larkdesk.tenant', 'all', true);
