-- Of the deployment, in one row: how far the database has come, where it was when a node looked at it last, and whether it was found to be
-- restored from a backup. Revisions of conversations go on above floor, since those up to it may have been shown with other contents.
create table fence (
    single  boolean     not null primary key default true check (single),
    epoch   timestamptz not null,
    seen_at timestamptz not null,
    home    text        not null,
    state   text        not null check (state in ('NEVER_RAISED', 'LIFTED', 'ASKED', 'MOVED', 'BEHIND')),
    floor   bigint      not null check (floor >= 0)
) with (fillfactor = 20); -- updated every few seconds by each node

-- It is no tenant's. What somebody writes takes its revision from it, so whoever is known reads it; it is changed by work for all
alter table fence enable row level security, force row level security;
create policy of_deployment on fence using ((select current_setting('larkdesk.tenant', true)) = 'all');
create policy deployment_select on fence for select using ((select current_setting('larkdesk.tenant', true)) not in ('', 'none'));
