-- why: what people asked of their data and what became of it, provable; a report a month
-- locks: none, new schema
-- undo: drop schema privacy cascade
create schema privacy;

create table privacy.request (
    id        bigint      generated always as identity,
    kind      text        not null,
    member_id bigint      not null,
    asked_by  text        not null,
    reason    text        not null,
    done_at   timestamptz not null,
    document  text,
    signature text,
    constraint request_pk primary key (id),
    constraint request_kind_known check (kind in ('export', 'erasure')),
    constraint request_erasure_is_proved
        check ((kind = 'erasure') = (document is not null and signature is not null))
);
comment on column privacy.request.id is 'class=internal; purpose=number of the proof; retention=3 years';
comment on column privacy.request.kind is 'class=internal; purpose=what was asked; retention=3 years';
comment on column privacy.request.member_id is 'class=internal; purpose=under which number, leads to nobody after an erasure; retention=3 years';
comment on column privacy.request.asked_by is 'class=internal; purpose=who wanted it; retention=3 years';
comment on column privacy.request.reason is 'class=internal; purpose=what for; retention=3 years';
comment on column privacy.request.done_at is 'class=internal; purpose=when; retention=3 years';
comment on column privacy.request.document is 'class=internal; purpose=what became of each table; retention=3 years';
comment on column privacy.request.signature is 'class=internal; purpose=the document is the one that was made then; retention=3 years';

create table privacy.month (
    month    date   not null,
    kind     text   not null,
    happened bigint not null,
    constraint month_pk primary key (month, kind)
);
comment on column privacy.month.month is 'class=internal; purpose=report; retention=10 years';
comment on column privacy.month.kind is 'class=internal; purpose=report; retention=10 years';
comment on column privacy.month.happened is 'class=internal; purpose=report; retention=10 years';
