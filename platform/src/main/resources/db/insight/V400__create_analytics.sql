-- why: figures per day and one timeline per member, both built from facts only
-- locks: none, new schema
-- undo: drop schema analytics cascade, and forget the cursor of reader analytics.facts
create schema analytics;

create table analytics.daily (
    day date not null,
    measure text not null,
    value bigint not null,
    constraint daily_pk primary key (day, measure)
);

comment on column analytics.daily.day is 'class=internal; purpose=business day in the venue zone; retention=operator';
comment on column analytics.daily.measure is 'class=internal; purpose=which figure; retention=operator';
comment on column analytics.daily.value is 'class=internal; purpose=the figure; retention=operator';

create table analytics.freshness (
    only_row boolean not null,
    as_of timestamptz not null,
    constraint freshness_pk primary key (only_row),
    constraint freshness_is_one_row check (only_row)
);

comment on column analytics.freshness.only_row is 'class=internal; purpose=one row; retention=operator';
comment on column analytics.freshness.as_of is 'class=internal; purpose=when the newest counted fact happened; retention=operator';

create sequence analytics.past;

create table analytics.timeline (
    member_id bigint not null,
    position bigint not null,
    happened_at timestamptz not null,
    kind text not null,
    details jsonb not null,
    explanation_id text,
    constraint timeline_pk primary key (member_id, position)
);

create index timeline_by_time on analytics.timeline (member_id, happened_at desc, position desc);

comment on column analytics.timeline.member_id is 'class=internal; purpose=whose; retention=24 months';
comment on column analytics.timeline.position is 'class=internal; purpose=place in the fact log, so that each is shown once; retention=24 months';
comment on column analytics.timeline.happened_at is 'class=internal; purpose=order; retention=24 months';
comment on column analytics.timeline.kind is 'class=internal; purpose=what; retention=24 months';
comment on column analytics.timeline.details is 'class=personal; purpose=values of the fact; retention=24 months';
comment on column analytics.timeline.explanation_id is 'class=internal; purpose=why; retention=24 months';
