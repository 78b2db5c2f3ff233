-- Whether Lark refused something that day because of the tenant's app, which is to be checked then
alter table lark_day add column broken boolean not null default false;

create index lark_day_broken on lark_day (tenant_id) where broken and not inspected;
