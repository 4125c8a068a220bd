-- why: a reward that was paid can be given away so many times; who holds it may be another than who paid
-- locks: short, catalogue changes with constant defaults
-- undo: drop table benefits.reward_gift; alter table benefits.reward drop column gift_limit

alter table benefits.reward add column gift_limit integer not null default 1
    constraint reward_gift_limit_makes_sense check (gift_limit between 0 and 20);

-- Each hand-over of a reward; the open one has no receiver yet. The key counts them.
create table benefits.reward_gift (
    order_ref uuid        not null,
    nth       integer     not null,
    giver     bigint      not null,
    code      uuid        not null,
    receiver  bigint,
    at        timestamptz not null,
    taken_at  timestamptz,
    constraint reward_gift_pk primary key (order_ref, nth),
    constraint reward_gift_code_once unique (code),
    constraint reward_gift_to_another check (receiver <> giver)
);

create index reward_gift_of_receiver on benefits.reward_gift (receiver);

comment on column benefits.reward.gift_limit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.reward_gift.order_ref is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.reward_gift.nth is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.reward_gift.giver is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.reward_gift.code is 'class=sensitive; purpose=benefits; retention=7 years';
comment on column benefits.reward_gift.receiver is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.reward_gift.at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.reward_gift.taken_at is 'class=internal; purpose=benefits; retention=7 years';
