-- why: benefits with quota and validity, used once per turn even by devices that were offline; packs given once per cycle
-- locks: none, new tables
-- undo: drop table benefits.entitlement_use, benefits.entitlement, benefits.benefit, benefits.pack_item, benefits.pack_given, benefits.pack_day, benefits.token_key

create table benefits.benefit (
    code    text not null,
    name_zh text not null,
    name_en text not null,
    constraint benefit_pk primary key (code)
);

insert into benefits.benefit (code, name_zh, name_en)
values ('lounge', '贵宾候车室', 'Lounge visit'),
       ('parking', '免费停车', 'Free parking'),
       ('upgrade', '席别升级', 'Seat upgrade'),
       ('birthday', '生日礼遇', 'Birthday treat'),
       ('companion', '同伴免费入园', 'Companion enters free');

create table benefits.entitlement (
    member_id      bigint      not null,
    entitlement_id bigint      generated always as identity,
    benefit        text        not null,
    source         text        not null,
    reference      uuid        not null,
    quota          integer     not null,
    period         text        not null,
    valid_from     date        not null,
    valid_until    date        not null,
    granted_at     timestamptz not null,
    recalled_at    timestamptz,
    constraint entitlement_pk primary key (member_id, entitlement_id),
    constraint entitlement_once_per_reference unique (member_id, reference),
    constraint entitlement_quota_positive check (quota > 0),
    constraint entitlement_period_known check (period in ('DAY', 'WEEK', 'MONTH', 'YEAR', 'TERM')),
    constraint entitlement_runs_forward check (valid_from <= valid_until)
);

-- One row per use; of two devices that let the same turn through, the first to tell wins.
create table benefits.entitlement_use (
    member_id      bigint      not null,
    entitlement_id bigint      not null,
    period_key     text        not null,
    nth            integer     not null,
    use_ref        uuid        not null,
    place          text        not null,
    used_at        timestamptz not null,
    told_at        timestamptz not null,
    constraint entitlement_use_pk primary key (member_id, entitlement_id, period_key, nth),
    constraint entitlement_use_once unique (member_id, use_ref)
);

-- What a pack gives: an entitlement, or a coupon of a campaign.
create table benefits.pack_item (
    pack        text    not null,
    line        integer not null,
    benefit     text,
    quota       integer not null,
    period      text    not null,
    valid_days  integer not null,
    campaign_id bigint,
    constraint pack_item_pk primary key (pack, line),
    constraint pack_item_of_one_thing check ((benefit is null) <> (campaign_id is null))
);

insert into benefits.pack_item (pack, line, benefit, quota, period, valid_days)
values ('newcomer', 1, 'lounge', 1, 'TERM', 90),
       ('birthday', 1, 'birthday', 1, 'TERM', 30),
       ('anniversary', 1, 'upgrade', 1, 'TERM', 60),
       ('tier:silver', 1, 'parking', 2, 'MONTH', 365),
       ('tier:gold', 1, 'parking', 1, 'DAY', 365),
       ('tier:gold', 2, 'lounge', 4, 'YEAR', 365),
       ('tier:platinum', 1, 'parking', 1, 'DAY', 365),
       ('tier:platinum', 2, 'lounge', 12, 'YEAR', 365),
       ('tier:platinum', 3, 'companion', 1, 'MONTH', 365);

create table benefits.pack_given (
    member_id bigint      not null,
    pack      text        not null,
    cycle     text        not null,
    given_at  timestamptz not null,
    constraint pack_given_pk primary key (member_id, pack, cycle)
);

-- Business days whose birthdays and anniversaries were looked through.
create table benefits.pack_day (
    day     date        not null,
    done_at timestamptz not null,
    constraint pack_day_pk primary key (day)
);

-- The key that signs tokens of entitlements; devices hold the public half.
create table benefits.token_key (
    key_id      integer     not null,
    public_key  bytea       not null,
    private_key bytea       not null,
    made_at     timestamptz not null,
    constraint token_key_pk primary key (key_id)
);

-- Column classes.
comment on column benefits.benefit.code is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.benefit.name_zh is 'class=public; purpose=benefits; retention=7 years';
comment on column benefits.benefit.name_en is 'class=public; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.entitlement_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.benefit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.source is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.reference is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.quota is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.period is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.valid_from is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.valid_until is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.granted_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement.recalled_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.entitlement_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.period_key is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.nth is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.use_ref is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.place is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.used_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.entitlement_use.told_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_item.pack is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_item.line is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_item.benefit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_item.quota is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_item.period is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_item.valid_days is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_item.campaign_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_given.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.pack_given.pack is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_given.cycle is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_given.given_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_day.day is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.pack_day.done_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.token_key.key_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.token_key.public_key is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.token_key.private_key is 'class=sensitive; purpose=benefits; retention=7 years';
comment on column benefits.token_key.made_at is 'class=internal; purpose=benefits; retention=7 years';
