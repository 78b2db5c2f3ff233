-- Files, stored in pieces of a size that the file keeps. A file can come into another group of its tenant, so its key has no group.

create table attachment (
    tenant_id          uuid        not null,
    attachment_id      uuid        not null,
    group_id           uuid        not null,
    uploader_tenant_id uuid        not null,
    uploader_id        uuid        not null,
    name               text        not null check (length(name) between 1 and 200),
    state              text        not null check (state in ('UPLOADING', 'UPLOADED', 'BOUND', 'DISCARDED')),
    reserved           bigint      not null check (reserved >= 1), -- of the tenant's quota
    chunk              integer     not null check (chunk >= 1),    -- bytes in a piece
    touched_at         timestamptz not null,                       -- the last sign of life, or the last change of state
    type               text,
    size               bigint check (size between 1 and reserved),
    digest             bytea check (length(digest) = 32),
    width              integer check (width >= 1),
    height             integer check (height >= 1),
    thumbnail_type     text,
    uploaded_at        timestamptz,
    primary key (tenant_id, attachment_id),
    check (num_nonnulls(type, size, digest, uploaded_at) in (0, 4)),
    check (state not in ('UPLOADED', 'BOUND') or uploaded_at is not null),
    check (num_nonnulls(width, height) in (0, 2)),
    check (thumbnail_type is null or width is not null)
) with (fillfactor = 70); -- it is updated with every piece

-- What may have to be tidied: nearly nothing of all files
create index attachment_loose on attachment (touched_at) where state <> 'BOUND';

create table attachment_chunk (
    tenant_id     uuid    not null,
    attachment_id uuid    not null,
    place         integer not null check (place >= 0),
    bytes         bytea   not null,
    primary key (tenant_id, attachment_id, place)
);

-- Most large files are compressed already: do not try again
alter table attachment_chunk alter column bytes set storage external;

create table attachment_thumbnail (
    tenant_id     uuid  not null,
    attachment_id uuid  not null,
    bytes         bytea not null,
    primary key (tenant_id, attachment_id)
);

alter table attachment_thumbnail alter column bytes set storage external;

-- The counter row of a tenant: the sum of what its files have reserved
create table attachment_usage (
    tenant_id uuid   not null primary key,
    bytes     bigint not null check (bytes >= 0)
) with (fillfactor = 20);

-- Of words: the files beside them, in order
alter table message
    add attachment_ids uuid[],
    add check (attachment_ids is null or (kind = 'WORDS' and cardinality(attachment_ids) >= 1)),
    add check (kind <> 'WORDS' or body <> '' or attachment_ids is not null);
