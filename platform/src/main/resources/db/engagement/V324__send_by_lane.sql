-- why: each account of a vendor has a lane of its own; what nobody knows of is asked of whom it went to
-- locks: short on messaging.message
-- undo: drop index messaging.message_by_lane; restore message_by_due of V320; drop column account
alter table messaging.message add column account text;
comment on column messaging.message.account is 'class=internal; purpose=which account of a vendor carried it; retention=24 months';
drop index messaging.message_by_due;
create index message_by_lane on messaging.message (channel, purpose, due_at, member_id)
    where status in ('queued', 'delayed');
create index message_nobody_knows on messaging.message (due_at) where status = 'unknown';
