-- why: which tactics were launched, with what values, and what each of them made
-- locks: none, new schema
-- undo: drop schema playbook cascade
create schema playbook;

create sequence playbook.launch_number;

create table playbook.launch (
    launch_id   bigint      not null,
    playbook    text        not null,
    chosen      jsonb       not null,
    segment_id  bigint,
    journey_id  bigint      not null,
    trial_key   text,
    launched_by text        not null,
    launched_at timestamptz not null,
    stopped_at  timestamptz,
    constraint launch_pk primary key (launch_id),
    constraint launch_of_one_journey unique (journey_id),
    constraint launch_stops_after_it_began check (stopped_at >= launched_at)
);

comment on column playbook.launch.launch_id is 'class=internal; purpose=identity; retention=operator';
comment on column playbook.launch.playbook is 'class=internal; purpose=which tactic; retention=operator';
comment on column playbook.launch.chosen is 'class=internal; purpose=values the operator chose; retention=operator';
comment on column playbook.launch.segment_id is 'class=internal; purpose=whose members enter; retention=operator';
comment on column playbook.launch.journey_id is 'class=internal; purpose=what it made; retention=operator';
comment on column playbook.launch.trial_key is 'class=internal; purpose=what measures it; retention=operator';
comment on column playbook.launch.launched_by is 'class=internal; purpose=accountability; retention=operator';
comment on column playbook.launch.launched_at is 'class=internal; purpose=history; retention=operator';
comment on column playbook.launch.stopped_at is 'class=internal; purpose=history; retention=operator';
