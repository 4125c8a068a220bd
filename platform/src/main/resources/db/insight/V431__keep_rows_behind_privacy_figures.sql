-- why: every figure of the month's report leads to its rows; a figure is the count of them
-- locks: none that anybody waits for
-- undo: drop table privacy.line; recreate privacy.month of V430
drop table privacy.month;

create table privacy.line (
    id            bigint      generated always as identity,
    happened_at   timestamptz not null,
    kind          text        not null,
    member_id     bigint      not null,
    done_by       text        not null,
    what          text        not null,
    reason        text        not null,
    request_id    bigint,
    fact_position bigint,
    constraint line_pk primary key (id),
    constraint line_kind_known check
        (kind in ('consentsGiven', 'consentsWithdrawn', 'erasures', 'exports', 'reveals')),
    constraint line_once_per_fact unique (fact_position)
);
create index line_by_month on privacy.line (kind, happened_at, id);
comment on column privacy.line.id is 'class=internal; purpose=number of the row; retention=10 years';
comment on column privacy.line.happened_at is 'class=internal; purpose=which report; retention=10 years';
comment on column privacy.line.kind is 'class=internal; purpose=which figure; retention=10 years';
comment on column privacy.line.member_id is 'class=internal; purpose=whose, leads to nobody after an erasure; retention=10 years';
comment on column privacy.line.done_by is 'class=internal; purpose=who did it; retention=10 years';
comment on column privacy.line.what is 'class=internal; purpose=channel and purpose, or the field that was seen; retention=10 years';
comment on column privacy.line.reason is 'class=internal; purpose=what for; retention=10 years';
comment on column privacy.line.request_id is 'class=internal; purpose=way to the proof; retention=10 years';
comment on column privacy.line.fact_position is 'class=internal; purpose=once; retention=10 years';
