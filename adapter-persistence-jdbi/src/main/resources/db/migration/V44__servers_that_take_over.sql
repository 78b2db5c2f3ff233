-- A standby that takes over may lack what was committed last, if it is told of that later: what it gives must be told apart from what the server
-- before it gave. timeline is that of the server on which a node looked last, empty before the first look. lost_at is when
-- something was lost the last time: a backup was restored, or a standby took over.
alter table fence add column timeline text not null default '';
alter table fence add column lost_at timestamptz;

-- PostgreSQL begins another timeline when a standby takes over. Where it tells of none it says the same each time: Aurora, whose servers share what
-- is stored, so that nothing is lacking, refuses these functions unless it is set up for logical replication.
do $$
declare
    timeline text := 'select left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)';
    none constant text := 'select ''''';
begin
    if exists (select from pg_proc where proname = 'aurora_version') then
        timeline := none;
    end if;
    begin
        execute timeline;
    exception when others then
        timeline := none;
    end;
    execute format('create function server_timeline() returns text language sql as %L', timeline);
end
$$;
