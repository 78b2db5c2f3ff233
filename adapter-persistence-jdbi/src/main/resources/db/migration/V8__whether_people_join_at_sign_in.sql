-- Whether a tenant's people become members of its service group at their first sign-in.
alter table tenant add column joins_at_sign_in boolean not null default true;
