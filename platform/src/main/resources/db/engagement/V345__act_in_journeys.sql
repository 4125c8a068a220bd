-- why: steps that do something besides sending: each deed once, tasks for staff, questions to other systems
-- locks: writes to journey.enrolment while its index is built
-- undo: drop the tables and the index
create table journey.deed (
    member_id    bigint      not null,
    enrolment_id bigint      not null,
    node         text        not null,
    kind         text        not null,
    done_at      timestamptz not null,
    constraint deed_once_per_step primary key (enrolment_id, node)
);
-- An answer comes for a passage, whoever's it is by then.
create index enrolment_by_number on journey.enrolment (enrolment_id) where ended_at is null;

comment on column journey.deed.member_id is 'class=internal; purpose=for whom; retention=24 months';
comment on column journey.deed.enrolment_id is 'class=internal; purpose=which passage; retention=24 months';
comment on column journey.deed.node is 'class=internal; purpose=which step; retention=24 months';
comment on column journey.deed.kind is 'class=internal; purpose=tag, attribute, tier or task; retention=24 months';
comment on column journey.deed.done_at is 'class=internal; purpose=history; retention=24 months';

create table journey.task (
    task_id      bigint      generated always as identity,
    member_id    bigint      not null,
    enrolment_id bigint      not null,
    journey_id   bigint      not null,
    node         text        not null,
    title        text        not null,
    detail       text        not null,
    team         text        not null,
    due_on       date        not null,
    state        text        not null default 'open',
    created_at   timestamptz not null,
    done_by      text,
    done_at      timestamptz,
    note         text,
    constraint task_pk primary key (task_id),
    constraint task_once_per_step unique (enrolment_id, node),
    constraint task_state_is_known check (state in ('open', 'done')),
    constraint task_says_who_did_it check ((state = 'done') = (done_by is not null and done_at is not null))
);
create index task_by_due on journey.task (due_on, task_id) where state = 'open';
create index task_by_end on journey.task (done_at desc, task_id) where state = 'done';
create index task_by_member on journey.task (member_id);
comment on column journey.task.task_id is 'class=internal; purpose=identity; retention=24 months';
comment on column journey.task.member_id is 'class=internal; purpose=about whom; retention=24 months';
comment on column journey.task.enrolment_id is 'class=internal; purpose=which passage; retention=24 months';
comment on column journey.task.journey_id is 'class=internal; purpose=which journey; retention=24 months';
comment on column journey.task.node is 'class=internal; purpose=which step; retention=24 months';
comment on column journey.task.title is 'class=internal; purpose=what to do; retention=24 months';
comment on column journey.task.detail is 'class=internal; purpose=how to do it; retention=24 months';
comment on column journey.task.team is 'class=internal; purpose=who may take it; retention=24 months';
comment on column journey.task.due_on is 'class=internal; purpose=until when; retention=24 months';
comment on column journey.task.state is 'class=internal; purpose=progress; retention=24 months';
comment on column journey.task.created_at is 'class=internal; purpose=history; retention=24 months';
comment on column journey.task.done_by is 'class=internal; purpose=accountability; retention=24 months';
comment on column journey.task.done_at is 'class=internal; purpose=history; retention=24 months';
comment on column journey.task.note is 'class=personal; purpose=what came of it; retention=24 months';

create table journey.call (
    reference    uuid        not null,
    member_id    bigint      not null,
    enrolment_id bigint      not null,
    journey_id   bigint      not null,
    version      int         not null,
    node         text        not null,
    address      bigint      not null,
    payload      text        not null,
    state        text        not null default 'pending',
    attempts     int         not null default 0,
    due_at       timestamptz not null,
    until        timestamptz not null,
    created_at   timestamptz not null,
    settled_at   timestamptz,
    answer       text,
    constraint call_pk primary key (reference),
    constraint call_once_per_step unique (enrolment_id, node),
    constraint call_state_is_known
        check (state in ('pending', 'answered', 'failed', 'timed_out', 'dropped'))
);
create index call_by_due on journey.call (due_at) where state = 'pending';
comment on column journey.call.reference is 'class=internal; purpose=told once, known again by the receiver; retention=90 days';
comment on column journey.call.member_id is 'class=internal; purpose=about whom; retention=90 days';
comment on column journey.call.enrolment_id is 'class=internal; purpose=which passage; retention=90 days';
comment on column journey.call.journey_id is 'class=internal; purpose=which journey; retention=90 days';
comment on column journey.call.version is 'class=internal; purpose=which fields of the answer are taken; retention=90 days';
comment on column journey.call.node is 'class=internal; purpose=which step; retention=90 days';
comment on column journey.call.address is 'class=internal; purpose=whom it asks; retention=90 days';
comment on column journey.call.payload is 'class=personal; purpose=what is sent; retention=90 days';
comment on column journey.call.state is 'class=internal; purpose=what became of it; retention=90 days';
comment on column journey.call.attempts is 'class=internal; purpose=back-off; retention=90 days';
comment on column journey.call.due_at is 'class=internal; purpose=next attempt; retention=90 days';
comment on column journey.call.until is 'class=internal; purpose=patience; retention=90 days';
comment on column journey.call.created_at is 'class=internal; purpose=history; retention=90 days';
comment on column journey.call.settled_at is 'class=internal; purpose=history; retention=90 days';
comment on column journey.call.answer is 'class=internal; purpose=why nothing could be taken from it; retention=90 days';
