#!/bin/sh
# Run once by the image of PostgreSQL, on an empty folder: who owns the tables, and who serves
set -eu
psql --username="$POSTGRES_USER" --dbname=postgres --set=ON_ERROR_STOP=1 \
  --set=owner="$LARKDESK_OWNER_PASSWORD" --set=serving="$LARKDESK_SERVING_PASSWORD" <<'SQL'
create role larkdesk login password :'owner';
create role larkdesk_serving login password :'serving';
create database larkdesk owner larkdesk;
SQL
