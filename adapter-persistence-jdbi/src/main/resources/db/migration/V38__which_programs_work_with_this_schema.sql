-- The oldest version of the schema that a program must know to work with the present one. A migration after which programs fail that do not
-- know it sets oldest to its own version; one that only adds leaves it.
create table schema_compatibility (
    single boolean not null primary key default true check (single),
    oldest integer not null
);
insert into schema_compatibility (oldest) values (38);

alter table schema_compatibility enable row level security, force row level security;
create policy of_deployment on schema_compatibility using ((select current_setting('larkdesk.tenant', true)) = 'all');
