-- why: thousands of messages of one batch leave for the same reasons; these are written once and named by the messages
-- locks: exclusive on messaging.message while its unique index is built anew
-- undo: fill why from messaging.reason; drop the new columns and table; restore message_is_offered_once and message_by_reference
create table messaging.reason (
    reason_id uuid not null,
    body      json not null,
    kept_at   timestamptz not null,
    constraint reason_pk primary key (reason_id)
);
comment on column messaging.reason.reason_id is 'class=internal; purpose=identity; retention=24 months';
comment on column messaging.reason.body is 'class=internal; purpose=a sentence and its reasons, told of nobody in particular; retention=24 months';
comment on column messaging.reason.kept_at is 'class=internal; purpose=history; retention=24 months';

alter table messaging.message alter column why drop not null;
alter table messaging.message alter column explanation_id drop not null;
alter table messaging.message alter column explanation_id drop default;
alter table messaging.message add column why_id uuid;
alter table messaging.message add column because_id uuid;
alter table messaging.message add constraint message_says_why check (why is not null or why_id is not null);
comment on column messaging.message.why is 'class=personal; purpose=every check of the send gate, of messages before reasons were shared; retention=24 months';
comment on column messaging.message.why_id is 'class=internal; purpose=every check of the send gate; retention=24 months';
comment on column messaging.message.because_id is 'class=internal; purpose=why this member, as the asker says; retention=24 months';

-- One index finds a message by its reference and keeps it the only one.
alter table messaging.message drop constraint message_is_offered_once;
drop index messaging.message_by_reference;
alter table messaging.message add constraint message_is_offered_once unique (reference, member_id);
