-- why: sources that sign webhooks need no write key in their requests
-- locks: short, adds a nullable column
-- undo: alter table events.source drop column hook_secret_sealed
alter table events.source add column hook_secret_sealed bytea;
comment on column events.source.hook_secret_sealed is 'class=sensitive; purpose=check signatures; retention=forever';
