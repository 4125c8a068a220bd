-- why: texts that may be sent, and one row for each message that was wanted, sent or not
-- locks: none, new schema
-- undo: drop schema messaging cascade
create schema messaging;

create table messaging.template (
    code text not null,
    version int not null,
    title_zh text not null,
    title_en text not null,
    body_zh text not null,
    body_en text not null,
    placeholders text[] not null,
    published_at timestamptz not null,
    constraint template_pk primary key (code, version)
);

comment on column messaging.template.code is 'class=internal; purpose=name of the text; retention=operator';
comment on column messaging.template.version is 'class=internal; purpose=pinned by each message; retention=operator';
comment on column messaging.template.title_zh is 'class=public; purpose=text; retention=operator';
comment on column messaging.template.title_en is 'class=public; purpose=text; retention=operator';
comment on column messaging.template.body_zh is 'class=public; purpose=text; retention=operator';
comment on column messaging.template.body_en is 'class=public; purpose=text; retention=operator';
comment on column messaging.template.placeholders is 'class=internal; purpose=values the text asks for; retention=operator';
comment on column messaging.template.published_at is 'class=internal; purpose=history; retention=operator';

-- One row per member who was ever written to: what concurrent offers to one member queue up on, so
-- that two of them cannot both see the last free place under the frequency cap.
create table messaging.recipient (
    member_id bigint not null,
    constraint recipient_pk primary key (member_id)
);

comment on column messaging.recipient.member_id is 'class=internal; purpose=lock of the frequency cap; retention=member';

create table messaging.message (
    member_id bigint not null,
    message_id bigint generated always as identity,
    reference uuid not null,
    channel text not null,
    purpose text not null,
    template_code text not null,
    template_version int not null,
    template_values jsonb not null,
    source text not null,
    status text not null,
    reason text,
    why jsonb not null,
    offered_at timestamptz not null,
    due_at timestamptz,
    closed_at timestamptz,
    vendor_reference text,
    constraint message_pk primary key (member_id, message_id),
    constraint message_is_offered_once unique (member_id, reference),
    constraint message_status_is_known check (status in ('queued', 'delayed', 'delivered', 'withheld', 'failed')),
    constraint message_gives_its_reason check ((reason is not null) = (status in ('withheld', 'failed')))
);

create index message_by_due on messaging.message (due_at, member_id) where status in ('queued', 'delayed');
create index message_by_time on messaging.message (offered_at desc, message_id desc);
create index message_by_cap on messaging.message (member_id, due_at)
    where purpose <> 'transactional' and status in ('queued', 'delayed', 'delivered');

comment on column messaging.message.member_id is 'class=internal; purpose=whom; retention=24 months';
comment on column messaging.message.message_id is 'class=internal; purpose=identity; retention=24 months';
comment on column messaging.message.reference is 'class=internal; purpose=at most once; retention=24 months';
comment on column messaging.message.channel is 'class=internal; purpose=how; retention=24 months';
comment on column messaging.message.purpose is 'class=internal; purpose=consent asked for; retention=24 months';
comment on column messaging.message.template_code is 'class=internal; purpose=what; retention=24 months';
comment on column messaging.message.template_version is 'class=internal; purpose=what exactly; retention=24 months';
comment on column messaging.message.template_values is 'class=personal; purpose=values of the text, never a name, phone or document; retention=24 months';
comment on column messaging.message.source is 'class=internal; purpose=what asked for it; retention=24 months';
comment on column messaging.message.status is 'class=internal; purpose=progress; retention=24 months';
comment on column messaging.message.reason is 'class=internal; purpose=why it was withheld; retention=24 months';
comment on column messaging.message.why is 'class=internal; purpose=the checks of the send gate; retention=24 months';
comment on column messaging.message.offered_at is 'class=internal; purpose=history and frequency cap; retention=24 months';
comment on column messaging.message.due_at is 'class=internal; purpose=when it may leave; retention=24 months';
comment on column messaging.message.closed_at is 'class=internal; purpose=when it was delivered or given up; retention=24 months';
comment on column messaging.message.vendor_reference is 'class=internal; purpose=tracing with the vendor; retention=24 months';
