-- why: earning rules as versioned data, trips that earned, tiers as dated intervals
-- locks: none, new schema
-- undo: drop schema loyalty cascade

create schema loyalty;

-- A version is never changed: a new one closes the old. The best rule of a group counts, groups do not stack.
create table loyalty.earning_rule (
    code            text        not null,
    version         integer     not null,
    name_zh         text        not null,
    name_en         text        not null,
    condition       jsonb       not null,
    points_per_yuan integer     not null,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    constraint earning_rule_pk primary key (code, version),
    constraint earning_rule_positive check (points_per_yuan > 0)
);

insert into loyalty.earning_rule
  (code, version, name_zh, name_en, condition, points_per_yuan, valid_from)
values
  ('base', 1, '每元 5 分', '5 points per yuan', '{}', 5, '2020-01-01T00:00:00+08:00'),
  ('senior', 1, '长者 15 倍', 'seniors times 15', '{"senior": true}', 15,
   '2020-01-01T00:00:00+08:00'),
  ('student', 1, '学生票每元 5 分', 'student tickets 5 points per yuan', '{"student": true}', 5,
   '2020-01-01T00:00:00+08:00');

create table loyalty.earning_policy (
    only_row         boolean not null default true,
    yearly_cap       bigint  not null,
    constraint earning_policy_pk primary key (only_row),
    constraint earning_policy_one_row check (only_row)
);

insert into loyalty.earning_policy (yearly_cap) values (500000);

create table loyalty.trip (
    member_id    bigint      not null,
    ticket_id    bigint      not null,
    fare_minor   bigint      not null,
    points       bigint      not null,
    completed_at timestamptz not null,
    constraint trip_pk primary key (member_id, ticket_id)
);

create index trip_by_time on loyalty.trip (member_id, completed_at);

create table loyalty.tier (
    code                 text    not null,
    rank                 integer not null,
    name_zh              text    not null,
    name_en              text    not null,
    qualifying_points    bigint  not null,
    trips_in_12_months   integer not null,
    constraint tier_pk primary key (code),
    constraint tier_rank_once unique (rank)
);

insert into loyalty.tier (code, rank, name_zh, name_en, qualifying_points, trips_in_12_months)
values ('standard', 0, '普通卡', 'Standard', 0, 0),
       ('silver', 1, '银卡', 'Silver', 1000, 4),
       ('gold', 2, '金卡', 'Gold', 4000, 12),
       ('platinum', 3, '白金卡', 'Platinum', 12000, 30);

create table loyalty.tier_interval (
    member_id      bigint      not null,
    tier           text        not null,
    valid_from     timestamptz not null,
    valid_until    timestamptz,
    cause          text        not null,
    explanation_id text,
    constraint tier_interval_pk primary key (member_id, valid_from),
    constraint tier_interval_forward check (valid_until is null or valid_until >= valid_from),
    constraint tier_interval_never_overlaps exclude using gist (
      int8range(member_id, member_id, '[]') with &&,
      tstzrange(valid_from, valid_until) with &&)
);

comment on column loyalty.earning_rule.code is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.version is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.name_zh is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.name_en is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.condition is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.points_per_yuan is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.valid_from is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_rule.valid_until is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_policy.only_row is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.earning_policy.yearly_cap is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.trip.member_id is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.trip.ticket_id is 'class=internal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.trip.fare_minor is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.trip.points is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.trip.completed_at is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.tier.code is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.tier.rank is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.tier.name_zh is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.tier.name_en is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.tier.qualifying_points is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.tier.trips_in_12_months is 'class=public; purpose=rules; retention=forever';
comment on column loyalty.tier_interval.member_id is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.tier is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.valid_from is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.valid_until is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.cause is 'class=personal; purpose=points and tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.explanation_id is 'class=internal; purpose=points and tiers; retention=5 years after membership';
