-- why: WeCom sends by hand of staff: who knows which customer, what staff is asked to send, and what came of it
-- locks: none, new schema
-- undo: drop schema outreach cascade

create schema outreach;

create table outreach.customer (
    account   text        not null,
    customer  text        not null,
    member_id bigint,
    sealed    bytea       not null,
    synced_at timestamptz not null,
    constraint customer_pk primary key (account, customer)
);
create index customer_by_member on outreach.customer (member_id) where member_id is not null;
comment on column outreach.customer.account is 'class=internal; purpose=which company; retention=membership';
comment on column outreach.customer.customer is 'class=personal; purpose=keyed digest of the external userid, to find the row; retention=membership';
comment on column outreach.customer.member_id is 'class=internal; purpose=who it is, once known; retention=membership';
comment on column outreach.customer.sealed is 'class=personal; purpose=the external userid, to send to; retention=membership';
comment on column outreach.customer.synced_at is 'class=internal; purpose=who was not seen by the last reconcile is gone; retention=membership';

create table outreach.contact (
    account   text        not null,
    customer  text        not null,
    staff     text        not null,
    since     timestamptz not null,
    synced_at timestamptz not null,
    constraint contact_pk primary key (account, customer, staff),
    constraint contact_of_customer foreign key (account, customer)
        references outreach.customer (account, customer) on delete cascade
);
create index contact_by_staff on outreach.contact (account, staff);
comment on column outreach.contact.account is 'class=internal; purpose=which company; retention=membership';
comment on column outreach.contact.customer is 'class=personal; purpose=whom; retention=membership';
comment on column outreach.contact.staff is 'class=internal; purpose=who of the staff knows the customer; retention=membership';
comment on column outreach.contact.since is 'class=internal; purpose=the newest acquaintance sends; retention=membership';
comment on column outreach.contact.synced_at is 'class=internal; purpose=what was not seen by the last reconcile is gone; retention=membership';

create table outreach.chat (
    account   text        not null,
    chat      text        not null,
    name      text        not null,
    owner     text        not null,
    synced_at timestamptz not null,
    constraint chat_pk primary key (account, chat)
);
comment on column outreach.chat.account is 'class=internal; purpose=which company; retention=operator';
comment on column outreach.chat.chat is 'class=internal; purpose=the group, as WeCom names it; retention=operator';
comment on column outreach.chat.name is 'class=internal; purpose=to be recognised on screens; retention=operator';
comment on column outreach.chat.owner is 'class=internal; purpose=who of the staff sends to it; retention=operator';
comment on column outreach.chat.synced_at is 'class=internal; purpose=what was not seen by the last reconcile is gone; retention=operator';

-- The row is taken before WeCom is called, so however many tasks are made at once, no receiver gets more.
create table outreach.allowance (
    account  text not null,
    kind     text not null,
    receiver text not null,
    period   date not null,
    used     int  not null,
    allowed  int  not null,
    constraint allowance_pk primary key (account, kind, receiver, period),
    constraint allowance_never_exceeded check (used between 0 and allowed)
);
create index allowance_by_period on outreach.allowance (period);
comment on column outreach.allowance.account is 'class=internal; purpose=which company; retention=3 months';
comment on column outreach.allowance.kind is 'class=internal; purpose=customer a day, group a month, Moments a month; retention=3 months';
comment on column outreach.allowance.receiver is 'class=internal; purpose=digest of the customer, or the group; retention=3 months';
comment on column outreach.allowance.period is 'class=internal; purpose=the day, or the first of the month; retention=3 months';
comment on column outreach.allowance.used is 'class=internal; purpose=how many were reserved; retention=3 months';
comment on column outreach.allowance.allowed is 'class=internal; purpose=how many WeCom delivers; retention=3 months';

create table outreach.task (
    task_id    bigint      generated always as identity,
    account    text        not null,
    kind       text        not null,
    source     text        not null,
    template   text        not null,
    name       text        not null,
    day        date        not null,
    groups     int         not null default 0,
    made_by    text        not null,
    created_at timestamptz not null,
    constraint task_pk primary key (task_id),
    constraint task_kind check (kind in ('customers', 'groups', 'moments')),
    constraint task_gathered_once unique (account, kind, source, template, day),
    constraint task_at_most_2000_groups check (groups <= 2000)
);
comment on column outreach.task.task_id is 'class=internal; purpose=key; retention=24 months';
comment on column outreach.task.account is 'class=internal; purpose=which company; retention=24 months';
comment on column outreach.task.kind is 'class=internal; purpose=to customers, groups or Moments; retention=24 months';
comment on column outreach.task.source is 'class=internal; purpose=what asked for it; retention=24 months';
comment on column outreach.task.template is 'class=internal; purpose=which text; retention=24 months';
comment on column outreach.task.name is 'class=internal; purpose=what staff calls it; retention=24 months';
comment on column outreach.task.day is 'class=internal; purpose=offers of one day are one task; retention=24 months';
comment on column outreach.task.groups is 'class=internal; purpose=WeCom takes 2,000 groups a task; retention=24 months';
comment on column outreach.task.made_by is 'class=internal; purpose=who made it; retention=24 months';
comment on column outreach.task.created_at is 'class=internal; purpose=order of the list; retention=24 months';

create table outreach.part (
    part_id      bigint      generated always as identity,
    task_id      bigint      not null,
    staff        text        not null,
    text_digest  text        not null,
    body         text        not null,
    state        text        not null,
    receivers    int         not null,
    due_at       timestamptz not null,
    called_at    timestamptz,
    notified_at  timestamptz,
    checked_at   timestamptz,
    ended_at     timestamptz,
    job          text,
    vendor_id    text,
    reason       text,
    reminders    int         not null default 0,
    wanted       text        not null default '',
    constraint part_pk primary key (part_id),
    constraint part_of_task foreign key (task_id) references outreach.task (task_id),
    constraint part_state check (state in ('created', 'creating', 'unknown', 'staff_notified',
        'confirmed', 'partly_sent', 'expired', 'cancelled', 'refused')),
    constraint part_vendor_once unique (vendor_id),
    constraint part_at_most_10000_receivers check (receivers <= 10000),
    constraint part_reminded_three_times_at_most check (reminders between 0 and 3)
);
create unique index part_gathers_once on outreach.part (task_id, staff, text_digest)
    where state = 'created' and called_at is null and receivers < 10000;
create index part_open on outreach.part (state, due_at)
    where state in ('created', 'creating', 'unknown', 'staff_notified', 'partly_sent');
create index part_by_task on outreach.part (task_id);
comment on column outreach.part.part_id is 'class=internal; purpose=key; retention=24 months';
comment on column outreach.part.task_id is 'class=internal; purpose=of which task; retention=24 months';
comment on column outreach.part.staff is 'class=internal; purpose=who is asked to send; retention=24 months';
comment on column outreach.part.text_digest is 'class=internal; purpose=the same text goes as one part; retention=24 months';
comment on column outreach.part.body is 'class=personal; purpose=what is sent; retention=24 months';
comment on column outreach.part.state is 'class=internal; purpose=how far it is; retention=24 months';
comment on column outreach.part.receivers is 'class=internal; purpose=how many; retention=24 months';
comment on column outreach.part.due_at is 'class=internal; purpose=when it is handed to staff; retention=24 months';
comment on column outreach.part.called_at is 'class=internal; purpose=when WeCom was called; retention=24 months';
comment on column outreach.part.notified_at is 'class=internal; purpose=when staff was asked; retention=24 months';
comment on column outreach.part.checked_at is 'class=internal; purpose=when results were pulled last; retention=24 months';
comment on column outreach.part.ended_at is 'class=internal; purpose=when it ended; retention=24 months';
comment on column outreach.part.job is 'class=internal; purpose=WeCom makes Moments in the background, under this number; retention=24 months';
comment on column outreach.part.vendor_id is 'class=internal; purpose=the number WeCom gave it; retention=24 months';
comment on column outreach.part.reason is 'class=internal; purpose=why it was refused; retention=24 months';
comment on column outreach.part.reminders is 'class=internal; purpose=how often staff was reminded; retention=24 months';
comment on column outreach.part.wanted is 'class=internal; purpose=what somebody asked to do with it: remind, cancel; retention=24 months';

create table outreach.line (
    part_id    bigint not null,
    receiver   text   not null,
    member_id  bigint,
    reference  uuid,
    reserved_on date       not null,
    result     text   not null default 'waiting',
    result_at  timestamptz,
    constraint line_pk primary key (part_id, receiver),
    constraint line_of_part foreign key (part_id) references outreach.part (part_id),
    constraint line_reference_once unique (reference),
    constraint line_result check (result in ('waiting', 'sent', 'no_friend', 'over_limit', 'not_sent'))
);
create index line_by_member on outreach.line (member_id) where member_id is not null;
comment on column outreach.line.part_id is 'class=internal; purpose=of which part; retention=24 months';
comment on column outreach.line.receiver is 'class=personal; purpose=digest of the customer, or the group; retention=24 months';
comment on column outreach.line.member_id is 'class=internal; purpose=who it is, once known; retention=24 months';
comment on column outreach.line.reference is 'class=internal; purpose=the message in the outbox; retention=24 months';
comment on column outreach.line.reserved_on is 'class=internal; purpose=which allowance it took, to give it back; retention=24 months';
comment on column outreach.line.result is 'class=internal; purpose=what came of it; retention=24 months';
comment on column outreach.line.result_at is 'class=internal; purpose=when; retention=24 months';
