-- why: draws whose odds can be checked, leaderboards and challenges with a stock of rewards
-- locks: none, new schema
-- undo: drop schema games cascade

create schema games;

create table games.draw (
    draw_id       bigint      generated always as identity,
    name_zh       text        not null,
    name_en       text        not null,
    cost_points   bigint      not null,
    per_day       integer     not null,
    opens_at      timestamptz not null,
    closes_at     timestamptz not null,
    commitment    text        not null,
    sealed_seed   bytea       not null,
    last_sequence bigint      not null default 0,
    closed_at     timestamptz,
    constraint draw_pk primary key (draw_id),
    constraint draw_runs_forward check (opens_at < closes_at),
    constraint draw_limits_make_sense check (cost_points >= 0 and per_day > 0)
);

create table games.prize (
    draw_id    bigint  not null,
    nth        integer not null,
    name_zh    text    not null,
    name_en    text    not null,
    weight     integer not null,
    points     bigint  not null,
    benefit    text,
    valid_days integer not null,
    stock      bigint,
    stock_left bigint,
    constraint prize_pk primary key (draw_id, nth),
    constraint prize_weight_positive check (weight > 0),
    constraint prize_never_oversold check (stock_left >= 0),
    constraint prize_stock_is_whole check ((stock is null) = (stock_left is null))
);

-- One row per spin, in its order: what the seed made of it, and what was given.
create table games.spin (
    draw_id   bigint      not null,
    sequence  bigint      not null,
    member_id bigint      not null,
    spin_ref  uuid        not null,
    roll      bigint      not null,
    rolled    integer     not null,
    given     integer     not null,
    at        timestamptz not null,
    constraint spin_pk primary key (draw_id, sequence),
    constraint spin_once unique (draw_id, spin_ref)
);

create index spin_of_member on games.spin (draw_id, member_id, at);

create table games.score (
    metric     text        not null,
    period     text        not null,
    member_id  bigint      not null,
    score      bigint      not null,
    reached_at timestamptz not null,
    constraint score_pk primary key (metric, period, member_id)
);

create index score_best on games.score (metric, period, score desc, reached_at);

create table games.challenge (
    challenge_id  bigint  generated always as identity,
    name_zh       text    not null,
    name_en       text    not null,
    metric        text    not null,
    target        integer not null,
    first_day     date    not null,
    last_day      date    not null,
    reward_points bigint  not null,
    stock         bigint  not null,
    stock_left    bigint  not null,
    constraint challenge_pk primary key (challenge_id),
    constraint challenge_runs_forward check (first_day <= last_day and target > 0),
    constraint challenge_never_oversold check (stock_left >= 0 and stock_left <= stock)
);

create table games.challenge_member (
    challenge_id bigint      not null,
    member_id    bigint      not null,
    count        bigint      not null,
    done_at      timestamptz,
    rewarded     boolean     not null,
    constraint challenge_member_pk primary key (challenge_id, member_id)
);

-- Column classes.
comment on column games.draw.draw_id is 'class=internal; purpose=games; retention=7 years';
comment on column games.draw.name_zh is 'class=public; purpose=games; retention=7 years';
comment on column games.draw.name_en is 'class=public; purpose=games; retention=7 years';
comment on column games.draw.cost_points is 'class=internal; purpose=games; retention=7 years';
comment on column games.draw.per_day is 'class=internal; purpose=games; retention=7 years';
comment on column games.draw.opens_at is 'class=internal; purpose=games; retention=7 years';
comment on column games.draw.closes_at is 'class=internal; purpose=games; retention=7 years';
comment on column games.draw.commitment is 'class=internal; purpose=games; retention=7 years';
comment on column games.draw.sealed_seed is 'class=sensitive; purpose=games; retention=7 years';
comment on column games.draw.last_sequence is 'class=internal; purpose=games; retention=7 years';
comment on column games.draw.closed_at is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.draw_id is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.nth is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.name_zh is 'class=public; purpose=games; retention=7 years';
comment on column games.prize.name_en is 'class=public; purpose=games; retention=7 years';
comment on column games.prize.weight is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.points is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.benefit is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.valid_days is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.stock is 'class=internal; purpose=games; retention=7 years';
comment on column games.prize.stock_left is 'class=internal; purpose=games; retention=7 years';
comment on column games.spin.draw_id is 'class=internal; purpose=games; retention=7 years';
comment on column games.spin.sequence is 'class=internal; purpose=games; retention=7 years';
comment on column games.spin.member_id is 'class=personal; purpose=games; retention=7 years';
comment on column games.spin.spin_ref is 'class=internal; purpose=games; retention=7 years';
comment on column games.spin.roll is 'class=internal; purpose=games; retention=7 years';
comment on column games.spin.rolled is 'class=internal; purpose=games; retention=7 years';
comment on column games.spin.given is 'class=internal; purpose=games; retention=7 years';
comment on column games.spin.at is 'class=internal; purpose=games; retention=7 years';
comment on column games.score.metric is 'class=internal; purpose=games; retention=7 years';
comment on column games.score.period is 'class=internal; purpose=games; retention=7 years';
comment on column games.score.member_id is 'class=personal; purpose=games; retention=7 years';
comment on column games.score.score is 'class=internal; purpose=games; retention=7 years';
comment on column games.score.reached_at is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.challenge_id is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.name_zh is 'class=public; purpose=games; retention=7 years';
comment on column games.challenge.name_en is 'class=public; purpose=games; retention=7 years';
comment on column games.challenge.metric is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.target is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.first_day is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.last_day is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.reward_points is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.stock is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge.stock_left is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge_member.challenge_id is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge_member.member_id is 'class=personal; purpose=games; retention=7 years';
comment on column games.challenge_member.count is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge_member.done_at is 'class=internal; purpose=games; retention=7 years';
comment on column games.challenge_member.rewarded is 'class=internal; purpose=games; retention=7 years';
