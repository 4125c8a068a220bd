-- why: conditions ask whether a member was near a place; an event may say where it happened, coarsely
-- locks: short, adds a column without a default
-- undo: alter table events.event drop column position
alter table events.event add column position bigint;
comment on column events.event.position is 'class=personal; purpose=where, rounded to a thousandth of a degree (about 100 m) before it is kept; retention=13 months';
