-- As a newer program could have it
alter table message add column further text;
