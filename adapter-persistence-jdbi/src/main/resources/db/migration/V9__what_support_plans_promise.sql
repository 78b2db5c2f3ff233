-- What the provider's support plans promise, where it is not what every plan does
create table support_plan (
    tenant_id          uuid     not null,
    name               text     not null,
    reply_within       bigint   not null check (reply_within >= 0), -- milliseconds, like all here
    levels             text[]   not null,
    acknowledge_within bigint[] not null,
    rounds             integer  check (rounds >= 1),
    confirm_every      bigint   not null check (confirm_every > 0),
    primary key (tenant_id, name),
    check (cardinality(levels) between 1 and 10 and cardinality(levels) = cardinality(acknowledge_within))
);
