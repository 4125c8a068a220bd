-- why: journeys with pinned versions, where members stand in them, why, and how many
-- locks: none, new schema
-- undo: drop schema journey cascade
create schema journey;

create table journey.definition (
    journey_id bigint generated always as identity,
    code text not null,
    name_zh text not null,
    name_en text not null,
    state text not null,
    version int not null,
    draft jsonb not null,
    created_at timestamptz not null,
    published_at timestamptz,
    constraint definition_pk primary key (journey_id),
    constraint definition_code_is_unique unique (code),
    constraint definition_state_is_known check (state in ('draft', 'published', 'paused')),
    constraint definition_draft_has_no_version check ((state = 'draft') = (version = 0))
);

comment on column journey.definition.journey_id is 'class=internal; purpose=identity; retention=operator';
comment on column journey.definition.code is 'class=internal; purpose=name for programs; retention=operator';
comment on column journey.definition.name_zh is 'class=internal; purpose=name; retention=operator';
comment on column journey.definition.name_en is 'class=internal; purpose=name; retention=operator';
comment on column journey.definition.state is 'class=internal; purpose=whether members enter and move; retention=operator';
comment on column journey.definition.version is 'class=internal; purpose=newest published version; retention=operator';
comment on column journey.definition.draft is 'class=internal; purpose=what the canvas holds; retention=operator';
comment on column journey.definition.created_at is 'class=internal; purpose=history; retention=operator';
comment on column journey.definition.published_at is 'class=internal; purpose=history; retention=operator';

create table journey.version (
    journey_id bigint not null,
    version int not null,
    content jsonb not null,
    published_at timestamptz not null,
    published_by text not null,
    constraint version_pk primary key (journey_id, version)
);

comment on column journey.version.journey_id is 'class=internal; purpose=identity; retention=operator';
comment on column journey.version.version is 'class=internal; purpose=identity; retention=operator';
comment on column journey.version.content is 'class=internal; purpose=trigger, re-entry rule and graph as published; retention=operator';
comment on column journey.version.published_at is 'class=internal; purpose=history; retention=operator';
comment on column journey.version.published_by is 'class=internal; purpose=accountability; retention=operator';

-- Members in flight are pinned to a version, so a published version may never change under them.
create function journey.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'version % of journey % is published and does not change', old.version, old.journey_id
        using constraint = 'version_is_immutable';
end
$$;

create trigger version_is_immutable before update or delete on journey.version
    for each row execute function journey.refuse_change();

create table journey.enrolment (
    member_id bigint not null,
    enrolment_id bigint generated always as identity,
    journey_id bigint not null,
    version int not null,
    entry_key text not null,
    exclusive boolean not null,
    context jsonb not null,
    entered_at timestamptz not null,
    state text not null,
    node text not null,
    arrived_at timestamptz not null,
    wakes_at timestamptz,
    heard jsonb not null,
    step_count int not null,
    ended_at timestamptz,
    constraint enrolment_pk primary key (member_id, enrolment_id),
    constraint member_enters_once_per_key unique (member_id, journey_id, entry_key),
    constraint enrolment_state_is_known check (state in ('ENTERING', 'WAITING', 'CONVERTED', 'LEFT')),
    constraint enrolment_wakes_until_it_ends check ((wakes_at is null) = (ended_at is not null))
);

create unique index member_is_inside_once on journey.enrolment (member_id, journey_id)
    where exclusive and ended_at is null;
create index enrolment_by_due on journey.enrolment (wakes_at, member_id) where ended_at is null;
create index enrolment_by_entry on journey.enrolment (journey_id, entered_at desc, enrolment_id desc);

comment on column journey.enrolment.member_id is 'class=internal; purpose=who; retention=24 months';
comment on column journey.enrolment.enrolment_id is 'class=internal; purpose=identity; retention=24 months';
comment on column journey.enrolment.journey_id is 'class=internal; purpose=which; retention=24 months';
comment on column journey.enrolment.version is 'class=internal; purpose=pinned version; retention=24 months';
comment on column journey.enrolment.entry_key is 'class=internal; purpose=re-entry rule; retention=24 months';
comment on column journey.enrolment.exclusive is 'class=internal; purpose=inside once at a time; retention=24 months';
comment on column journey.enrolment.context is 'class=personal; purpose=values for texts, never a name, phone or document; retention=24 months';
comment on column journey.enrolment.entered_at is 'class=internal; purpose=history; retention=24 months';
comment on column journey.enrolment.state is 'class=internal; purpose=progress; retention=24 months';
comment on column journey.enrolment.node is 'class=internal; purpose=where; retention=24 months';
comment on column journey.enrolment.arrived_at is 'class=internal; purpose=since when, logically; retention=24 months';
comment on column journey.enrolment.wakes_at is 'class=internal; purpose=the timer; retention=24 months';
comment on column journey.enrolment.heard is 'class=internal; purpose=facts for later nodes; retention=24 months';
comment on column journey.enrolment.step_count is 'class=internal; purpose=order of the trace; retention=24 months';
comment on column journey.enrolment.ended_at is 'class=internal; purpose=history; retention=24 months';

create table journey.trace (
    member_id bigint not null,
    enrolment_id bigint not null,
    step int not null,
    node text not null,
    code text not null,
    happened_at timestamptz not null,
    why jsonb not null,
    constraint trace_pk primary key (member_id, enrolment_id, step)
);

comment on column journey.trace.member_id is 'class=internal; purpose=who; retention=24 months';
comment on column journey.trace.enrolment_id is 'class=internal; purpose=which passage; retention=24 months';
comment on column journey.trace.step is 'class=internal; purpose=order; retention=24 months';
comment on column journey.trace.node is 'class=internal; purpose=where; retention=24 months';
comment on column journey.trace.code is 'class=internal; purpose=what; retention=24 months';
comment on column journey.trace.happened_at is 'class=internal; purpose=when, logically; retention=24 months';
comment on column journey.trace.why is 'class=personal; purpose=the reasons, with the values looked at; retention=24 months';

create table journey.node_counter (
    journey_id bigint not null,
    node text not null,
    entered bigint not null,
    done bigint not null,
    departed bigint not null,
    withheld bigint not null,
    constraint node_counter_pk primary key (journey_id, node)
);

comment on column journey.node_counter.journey_id is 'class=internal; purpose=which; retention=operator';
comment on column journey.node_counter.node is 'class=internal; purpose=where; retention=operator';
comment on column journey.node_counter.entered is 'class=internal; purpose=members who came here; retention=operator';
comment on column journey.node_counter.done is 'class=internal; purpose=members who went on; retention=operator';
comment on column journey.node_counter.departed is 'class=internal; purpose=members who reached the goal while waiting here; retention=operator';
comment on column journey.node_counter.withheld is 'class=internal; purpose=messages the send gate held back; retention=operator';
