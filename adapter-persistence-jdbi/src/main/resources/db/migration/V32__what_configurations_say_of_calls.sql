-- What an operator's file said last of a tenant's calls, so that the same file does not undo what staff agreed since
alter table tenant
    add column configured_edition text,
    add column configured_allowance integer,
    add constraint tenant_configured_whole check ((configured_edition is null) = (configured_allowance is null));
