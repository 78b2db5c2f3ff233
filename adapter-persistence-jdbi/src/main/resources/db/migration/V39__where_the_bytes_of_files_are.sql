-- Where the bytes of each file are: beside it in attachment_chunk, or in an object store, which has a piece of each place.
alter table attachment
    add storage text not null default 'DATABASE' check (storage in ('DATABASE', 'OBJECT_STORE'));

-- A program that does not know it would forget files whose objects are still there
update schema_compatibility set oldest = 39;
