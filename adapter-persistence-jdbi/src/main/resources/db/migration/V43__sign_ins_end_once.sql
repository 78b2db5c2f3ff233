-- Attempts to sign in that have ended, for as long as they could be tried again
create table sign_in_ended (
    tenant_id uuid not null,
    attempt_hash char(64) not null,
    until timestamptz not null,
    primary key (tenant_id, attempt_hash)
);

create index sign_in_ended_until on sign_in_ended (until);

select wall('sign_in_ended');
