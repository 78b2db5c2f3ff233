-- Of the deployment: there is no tenant yet when one is made
create table setup_link (
    token_hash text        not null primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz not null
);
