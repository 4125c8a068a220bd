-- why: models that foretell what members do: every version with its quality, and how its scores spread day by day
-- locks: none, new schema
-- undo: drop schema prediction cascade
create schema prediction;

create table prediction.version (
    model text not null,
    version int not null,
    as_of date not null,
    days int not null,
    members bigint not null,
    parameters jsonb not null,
    quality jsonb not null,
    reference jsonb not null,
    trained_by text not null,
    trained_at timestamptz not null,
    constraint version_pk primary key (model, version)
);
comment on column prediction.version.model is 'class=internal; purpose=which model; retention=forever';
comment on column prediction.version.version is 'class=internal; purpose=counts up; retention=forever';
comment on column prediction.version.as_of is 'class=internal; purpose=the last day it knew of; retention=forever';
comment on column prediction.version.days is 'class=internal; purpose=how far it looks ahead; retention=forever';
comment on column prediction.version.members is 'class=internal; purpose=how many it learnt from; retention=forever';
comment on column prediction.version.parameters is 'class=internal; purpose=all that was learnt, no member among it; retention=forever';
comment on column prediction.version.quality is 'class=internal; purpose=how good it was on a time not learnt from; retention=forever';
comment on column prediction.version.reference is 'class=internal; purpose=counts of scores on the day of training; retention=forever';
comment on column prediction.version.trained_by is 'class=internal; purpose=who had it trained; retention=forever';
comment on column prediction.version.trained_at is 'class=internal; purpose=when; retention=forever';

create table prediction.in_force (
    model text not null,
    version int not null,
    since timestamptz not null,
    constraint in_force_pk primary key (model)
);
comment on column prediction.in_force.model is 'class=internal; purpose=which model; retention=forever';
comment on column prediction.in_force.version is 'class=internal; purpose=the version that decides; retention=forever';
comment on column prediction.in_force.since is 'class=internal; purpose=since when; retention=forever';

create table prediction.scoring (
    model text not null,
    on_day date not null,
    version int not null,
    scores jsonb not null,
    words jsonb not null,
    shift double precision not null,
    drifted boolean not null,
    ended_at timestamptz,
    constraint scoring_pk primary key (model, on_day)
);
comment on column prediction.scoring.model is 'class=internal; purpose=which model; retention=forever';
comment on column prediction.scoring.on_day is 'class=internal; purpose=the day, the last run of it; retention=forever';
comment on column prediction.scoring.version is 'class=internal; purpose=the version that scored; retention=forever';
comment on column prediction.scoring.scores is 'class=internal; purpose=counts of scores; retention=forever';
comment on column prediction.scoring.words is 'class=internal; purpose=counts of members by word of the tag; retention=forever';
comment on column prediction.scoring.shift is 'class=internal; purpose=how far scores are from the reference; retention=forever';
comment on column prediction.scoring.drifted is 'class=internal; purpose=whether that raised the alarm; retention=forever';
comment on column prediction.scoring.ended_at is 'class=internal; purpose=when it was through, null while it runs; retention=forever';
