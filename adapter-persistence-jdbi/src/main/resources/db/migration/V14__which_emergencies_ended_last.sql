-- for the console, which looks at all tenants
create index emergency_ended on emergency (since desc, emergency_id desc) where state = 'ENDED';
