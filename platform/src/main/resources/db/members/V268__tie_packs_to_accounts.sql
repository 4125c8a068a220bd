-- why: a pack belongs to an enterprise account where there is one; every seat says who handed it out
-- locks: short, catalogue changes only
-- undo: alter table benefits.enterprise_pack drop column account_id; alter table benefits.enterprise_seat drop column assigned_by

alter table benefits.enterprise_pack add column account_id bigint;
alter table benefits.enterprise_seat add column assigned_by text;

comment on column benefits.enterprise_pack.account_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_seat.assigned_by is 'class=internal; purpose=benefits; retention=7 years';
