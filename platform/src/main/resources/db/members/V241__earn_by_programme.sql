-- why: rules as written and versioned, events as they happened, what each rule gave, pots counted in real time
-- locks: replaces tables that hold nothing yet
-- undo: drop the new tables; V240 made the old ones

drop table loyalty.earning_rule;
drop table loyalty.earning_policy;
drop table loyalty.trip;

-- The programme as it was loaded: groups, limits, special days, rounding. Data, not code.
create table loyalty.programme (
    code       text  not null,
    definition json not null,
    constraint programme_pk primary key (code)
);

-- A published version is never changed: the next one ends it. One draft at a time per rule.
create table loyalty.earning_rule (
    code         text        not null,
    version      integer     not null,
    programme    text        not null,
    sketch       json        not null,
    state        text        not null,
    valid_from   timestamptz,
    valid_until  timestamptz,
    drafted_by   text        not null,
    published_by text,
    changed_at   timestamptz not null,
    constraint earning_rule_pk primary key (code, version),
    constraint earning_rule_state_known check (state in ('draft', 'published')),
    constraint earning_rule_published_from
        check (state = 'draft' or (valid_from is not null and published_by is not null)),
    constraint earning_rule_forward check (valid_until is null or valid_until >= valid_from)
);

create unique index earning_rule_one_draft on loyalty.earning_rule (code) where state = 'draft';
create unique index earning_rule_one_open
    on loyalty.earning_rule (code) where state = 'published' and valid_until is null;

-- What happened, as reported: late rules, back-tests and re-runs read it again.
create table loyalty.earning_event (
    member_id      bigint      not null,
    reference      text        not null,
    programme      text        not null,
    trigger        text        not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    body           json        not null,
    earner         jsonb       not null,
    explanation_id text        not null,
    reversed_at    timestamptz,
    constraint earning_event_pk primary key (member_id, reference)
);

create index earning_event_by_time on loyalty.earning_event (occurred_at);

-- What a rule gave to a line of an event (-1: to the event as a whole). Once per rule for ever.
create table loyalty.earned (
    member_id bigint  not null,
    reference text    not null,
    rule      text    not null,
    line      integer not null,
    version   integer not null,
    currency  text    not null,
    points    bigint  not null,
    afterwards boolean not null,
    constraint earned_pk primary key (member_id, reference, rule, line),
    constraint earned_not_negative check (points >= 0)
);

-- What was drawn from each pot; member 0 holds what everybody shares.
create table loyalty.pot (
    member_id bigint not null,
    counter   text   not null,
    used      bigint not null,
    constraint pot_pk primary key (member_id, counter),
    constraint pot_not_negative check (used >= 0)
);

-- What members did, by day; a correction lowers the day it corrects.
create table loyalty.metric_bucket (
    member_id bigint not null,
    metric    text   not null,
    day       date   not null,
    value     bigint not null,
    constraint metric_bucket_pk primary key (member_id, metric, day)
);

comment on column loyalty.programme.code is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.programme.definition is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.code is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.version is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.programme is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.sketch is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.state is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.valid_from is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.valid_until is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.drafted_by is 'class=personal; purpose=record; retention=forever';
comment on column loyalty.earning_rule.published_by is 'class=personal; purpose=record; retention=forever';
comment on column loyalty.earning_rule.changed_at is 'class=internal; purpose=record; retention=forever';
comment on column loyalty.earning_event.member_id is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earning_event.reference is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earning_event.programme is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earning_event.trigger is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earning_event.occurred_at is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earning_event.recorded_at is 'class=internal; purpose=record; retention=5 years after membership';
comment on column loyalty.earning_event.body is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earning_event.earner is 'class=personal; purpose=age and tier that day; retention=5 years after membership';
comment on column loyalty.earning_event.explanation_id is 'class=internal; purpose=reasons; retention=5 years after membership';
comment on column loyalty.earning_event.reversed_at is 'class=internal; purpose=refunds; retention=5 years after membership';
comment on column loyalty.earned.member_id is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earned.reference is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earned.rule is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earned.line is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earned.version is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earned.currency is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earned.points is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.earned.afterwards is 'class=internal; purpose=post re-runs by themselves; retention=5 years after membership';
comment on column loyalty.pot.member_id is 'class=personal; purpose=limits; retention=5 years after membership';
comment on column loyalty.pot.counter is 'class=internal; purpose=limits; retention=5 years after membership';
comment on column loyalty.pot.used is 'class=internal; purpose=limits; retention=5 years after membership';
comment on column loyalty.metric_bucket.member_id is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.metric_bucket.metric is 'class=internal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.metric_bucket.day is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.metric_bucket.value is 'class=personal; purpose=tiers; retention=5 years after membership';
