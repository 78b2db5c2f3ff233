-- By which the provider's own systems use the desk; of the secret only the hash is here
create table api_token (
    tenant_id  uuid        not null,
    token_id   uuid        not null,
    token_hash text        not null unique,
    label      text        not null,
    owner_id   uuid        not null,
    scopes     text[]      not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at),
    used_on    date,
    revoked_at timestamptz,
    primary key (tenant_id, token_id)
);

create index api_token_of_owner on api_token (tenant_id, owner_id);

-- What was answered to a request that may be tried again, for a day
create table kept_answer (
    tenant_id    uuid        not null,
    token_id     uuid        not null,
    key          text        not null,
    request_hash text        not null,
    answered_at  timestamptz not null,
    status       smallint    not null,
    body         text        not null,
    location     text,
    primary key (tenant_id, token_id, key)
);

create index kept_answer_age on kept_answer (tenant_id, token_id, answered_at);
