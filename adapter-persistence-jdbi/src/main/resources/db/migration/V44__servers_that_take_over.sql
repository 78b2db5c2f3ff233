-- A standby that takes over may lack what was committed last, if it is told of that later: what it gives must be told apart from what the server
-- before it gave. timeline is that of the server on which a node looked last, empty before the first look.
alter table fence add column timeline text not null default '';
alter table fence add column taken_over_at timestamptz;

-- PostgreSQL begins another timeline when a standby takes over
create function server_timeline() returns text language sql as $$
    select left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)
$$;
