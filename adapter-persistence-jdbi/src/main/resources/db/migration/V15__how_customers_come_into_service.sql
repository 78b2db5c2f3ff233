-- A customer on the way into service; it is a tenant once its Lark app is known
create table onboarding (
    tenant_id       uuid        not null primary key,
    organisation    text        not null,
    plan            text        not null,
    tam_tenant_id   uuid        not null,
    tam_id          uuid        not null,
    said            text[]      not null,
    link_hash       text        check (link_hash ~ '^[0-9a-f]{64}$'),
    link_expires_at timestamptz,
    started_at      timestamptz not null,
    activated_at    timestamptz,
    check ((link_hash is null) = (link_expires_at is null)),
    -- whoever has the link brings nothing but its token
    constraint onboarding_link unique (link_hash)
);
