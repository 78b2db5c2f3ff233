-- Of a file in the database: whether objects of it may be in the object store, into which it is being copied.
alter table attachment
    add copied_out boolean not null default false,
    add check (not copied_out or (storage = 'DATABASE' and state in ('BOUND', 'DISCARDED')));
