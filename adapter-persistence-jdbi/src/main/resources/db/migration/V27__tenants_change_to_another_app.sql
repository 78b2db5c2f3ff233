-- A customer may change to another Lark app. An open_id is of one app: of the people whom the app before knew nobody is reachable until Lark
-- tells, at their next sign-in, by the union_id who they are.
alter table person add column union_id text;
alter table person add column reachable boolean not null default true;
alter table person drop constraint person_open_id;
create unique index person_open_id on person (tenant_id, open_id) where reachable;
create index person_left_behind on person (tenant_id, union_id) where not reachable;

-- The app to which a tenant is to change, beside the one that it has
create table app_change (
    tenant_id  uuid        not null primary key,
    app_id     text        not null,
    secret     text        not null,
    tenant_key text        not null,
    begun_at   timestamptz not null,
    -- of the new app; empty until it was checked
    checked_at      timestamptz,
    asker_tenant_id uuid,
    asker_id        uuid,
    calls           integer,
    findings        text[] not null, -- of each its check, verdict, what, expected, found and since
    check (num_nonnulls(checked_at, calls) in (0, 2)),
    check (num_nonnulls(asker_tenant_id, asker_id) in (0, 2))
);

-- The apps that tenants had: what an operator's file still names so is the tenant's all the same
create table former_app (
    app_id    text not null primary key,
    tenant_id uuid not null
);
