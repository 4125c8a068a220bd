-- why: what an event earned is taken back once, with a reason
-- locks: none, new table
-- undo: drop table loyalty.reversal
create table loyalty.reversal (
    member_id   bigint      not null,
    reference   text        not null,
    reason      text        not null,
    actor       text        not null,
    reversed_at timestamptz not null,
    constraint reversal_pk primary key (member_id, reference)
);
comment on column loyalty.reversal.member_id is 'class=internal; purpose=whose earning; retention=7 years';
comment on column loyalty.reversal.reference is 'class=internal; purpose=the event; retention=7 years';
comment on column loyalty.reversal.reason is 'class=internal; purpose=record; retention=7 years';
comment on column loyalty.reversal.actor is 'class=personal; purpose=record; retention=7 years';
comment on column loyalty.reversal.reversed_at is 'class=internal; purpose=record; retention=7 years';
