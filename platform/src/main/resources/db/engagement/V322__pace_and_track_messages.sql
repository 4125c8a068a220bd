-- why: rules of the operator, suppressed addresses, receipts that only move forward, an inbox with reading and expiry
-- locks: short on messaging.message
-- undo: drop the new tables; restore message_status_is_known and message_by_cap of V320
create table messaging.rules (
    single boolean not null default true,
    rules jsonb   not null,
    constraint rules_pk primary key (single),
    constraint rules_are_one check (single)
);
comment on column messaging.rules.single is 'class=internal; purpose=one row; retention=operator';
comment on column messaging.rules.rules is 'class=internal; purpose=quiet hours, caps, words that opt out; retention=operator';

create table messaging.suppression (
    member_id bigint not null,
    channel   text   not null,
    reason    text   not null,
    constraint suppression_pk primary key (member_id, channel)
);
comment on column messaging.suppression.member_id is 'class=internal; purpose=whom nothing reaches; retention=membership';
comment on column messaging.suppression.channel is 'class=internal; purpose=over which channel; retention=membership';
comment on column messaging.suppression.reason is 'class=internal; purpose=bounced, complained, barred; retention=membership';

create table messaging.receipt (
    vendor_reference text        not null,
    status           text        not null,
    happened_at      timestamptz not null,
    applied          boolean     not null,
    constraint receipt_pk primary key (vendor_reference, status, happened_at)
);
comment on column messaging.receipt.vendor_reference is 'class=internal; purpose=which message; retention=6 months';
comment on column messaging.receipt.status is 'class=internal; purpose=what the vendor said; retention=6 months';
comment on column messaging.receipt.happened_at is 'class=internal; purpose=when he says it happened; retention=6 months';
comment on column messaging.receipt.applied is 'class=internal; purpose=whether it moved the message on; retention=6 months';

alter table messaging.message drop constraint message_status_is_known;
alter table messaging.message add constraint message_status_is_known
    check (status in ('queued', 'delayed', 'sending', 'unknown', 'accepted', 'delivered', 'read', 'withheld', 'failed'));
alter table messaging.message add column stale_at timestamptz;
comment on column messaging.message.stale_at is 'class=internal; purpose=from when it is of no use; retention=24 months';

drop index messaging.message_by_cap;
create index message_by_cap on messaging.message (member_id, due_at)
    where purpose <> 'transactional' and status not in ('withheld', 'failed');
create index message_by_vendor on messaging.message (vendor_reference) where vendor_reference is not null;
create index message_being_sent on messaging.message (due_at) where status = 'sending';
