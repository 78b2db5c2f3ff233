-- Links into groups. Only people of the group's own tenant join by one, so a use keeps one tenant only. Of a code there is nothing but its
-- hash, which is unique in the deployment because a browser brings nothing else.

create table invite (
    tenant_id         uuid        not null,
    group_id          uuid        not null,
    invite_id         uuid        not null,
    invite_key        bytea       not null check (length(invite_key) = 32),
    issuer_tenant_id  uuid        not null,
    issuer_id         uuid        not null,
    issued_at         timestamptz not null,
    expires_at        timestamptz not null check (expires_at > issued_at),
    most_uses         integer     check (most_uses >= 1),
    revoked_at        timestamptz,
    revoker_tenant_id uuid,
    revoker_id        uuid,
    primary key (tenant_id, group_id, invite_id),
    constraint invite_key unique (invite_key),
    check (num_nonnulls(revoked_at, revoker_tenant_id, revoker_id) in (0, 3))
);

create index invite_open on invite (tenant_id, group_id, expires_at) where revoked_at is null;

create table invite_use (
    tenant_id uuid        not null,
    group_id  uuid        not null,
    invite_id uuid        not null,
    person_id uuid        not null,
    used_at   timestamptz not null,
    primary key (tenant_id, group_id, invite_id, person_id)
);

alter table member
    add invited_by_tenant_id uuid,
    add invited_by           uuid,
    add removed_by_tenant_id uuid,
    add removed_by           uuid,
    add check (num_nonnulls(invited_by_tenant_id, invited_by) in (0, 2)),
    add check (num_nonnulls(removed_by_tenant_id, removed_by) in (0, 2)),
    add check (removed_by is null or left_at is not null);

-- Of a notice: through whom it happened, if through somebody else
alter table message
    add by_tenant_id uuid,
    add by_id        uuid,
    add check (num_nonnulls(by_tenant_id, by_id) in (0, 2)),
    add check (by_id is null or kind = 'NOTICE');
