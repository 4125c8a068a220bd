-- why: a member may read the reasons of decisions about themselves and of nobody else
-- locks: short exclusive lock on foundation.explanation, no rewrite
-- undo: alter table foundation.explanation drop column member_id
alter table foundation.explanation add column member_id bigint;

comment on column foundation.explanation.member_id is 'class=internal; purpose=whose decision it was, null for staff only; retention=36 months';
