-- why: coupon campaigns, their codes and claimed coupons, limits, and what was reserved and redeemed
-- locks: none, new schema
-- undo: drop schema benefits cascade

create schema benefits;

create table benefits.campaign (
    id               bigint      generated always as identity,
    name_zh          text        not null,
    name_en          text        not null,
    kind             text        not null,
    state            text        not null,
    category         text        not null,
    stack_group      text        not null,
    effect_kind      text        not null,
    effect_value     bigint      not null,
    effect_cap       bigint      not null,
    currency         text        not null,
    products         text[]      not null,
    minimum_minor    bigint      not null,
    condition        jsonb       not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    use_within_days  integer,
    total_limit      bigint,
    day_limit        bigint,
    member_limit     integer,
    claim_stock      bigint,
    claim_limit      integer     not null,
    created_at       timestamptz not null,
    constraint campaign_pk primary key (id),
    constraint campaign_kind_known check (kind in ('PUBLIC', 'POOLED', 'PERSONAL')),
    constraint campaign_state_known check (state in ('DRAFT', 'LIVE', 'PAUSED', 'ENDED')),
    constraint campaign_effect_known check (effect_kind in ('AMOUNT', 'PERCENT', 'VALUE')),
    constraint campaign_effect_positive check (effect_value > 0 and effect_cap >= 0),
    constraint campaign_runs_forward check (starts_at < ends_at),
    constraint campaign_limits_positive check (
        coalesce(total_limit, 1) > 0 and coalesce(day_limit, 1) > 0
        and coalesce(member_limit, 1) > 0 and coalesce(claim_stock, 0) >= 0 and claim_limit > 0)
);

-- How coupons go together; the one row that rules now has the highest version.
create table benefits.stack_rules (
    version    integer     not null,
    body       jsonb       not null,
    decided_at timestamptz not null,
    constraint stack_rules_pk primary key (version)
);

-- The seed makes the batch's codes again for one export; it is destroyed afterwards.
create table benefits.code_batch (
    id          bigint      generated always as identity,
    campaign_id bigint      not null,
    pattern     text        not null,
    alphabet    text        not null,
    wanted      bigint      not null,
    made        bigint      not null,
    chunks      bigint      not null,
    replaced    bigint      not null,
    seed        bytea,
    max_uses    integer,
    value_minor bigint,
    created_at  timestamptz not null,
    done_at     timestamptz,
    exported_at timestamptz,
    constraint code_batch_pk primary key (id),
    constraint code_batch_counts check (made >= 0 and made <= wanted and wanted > 0)
);

-- A code is known by its keyed digest only; the last characters help people to tell codes apart.
create table benefits.code (
    hash        bytea   not null,
    campaign_id bigint  not null,
    batch_id    bigint  not null,
    tail        text    not null,
    member_id   bigint,
    withdrawn   boolean not null default false,
    max_uses    integer,
    uses        integer not null default 0,
    value_left  bigint,
    constraint code_pk primary key (hash),
    constraint code_uses_bounded check (uses >= 0 and (max_uses is null or uses <= max_uses)),
    constraint code_value_bounded check (value_left is null or value_left >= 0)
);
create index code_of_member on benefits.code (member_id) where member_id is not null;

-- A coupon in somebody's wallet. The primary key is the fence of the claim lane: of two writers
-- that decide on the same stock one loses here.
create table benefits.coupon (
    campaign_id bigint      not null,
    sequence    bigint      not null,
    member_id   bigint      not null,
    nth         integer     not null,
    reference   uuid        not null,
    source      text        not null,
    claimed_at  timestamptz not null,
    expires_at  timestamptz not null,
    uses        integer     not null default 0,
    constraint coupon_pk primary key (campaign_id, sequence),
    constraint coupon_once_per_turn unique (campaign_id, member_id, nth),
    constraint coupon_used_once check (uses in (0, 1))
);
create index coupon_of_member on benefits.coupon (member_id);

-- Limits as counters with a few places each, so that one hot code has no single hot row.
create table benefits.counter (
    campaign_id bigint not null,
    day         date   not null,
    slot        integer not null,
    cap         bigint not null,
    taken       bigint not null,
    constraint counter_pk primary key (campaign_id, day, slot),
    constraint counter_never_above_cap check (taken >= 0 and taken <= cap)
);

create table benefits.member_use (
    member_id   bigint  not null,
    campaign_id bigint  not null,
    taken       integer not null,
    constraint member_use_pk primary key (member_id, campaign_id),
    constraint member_use_never_negative check (taken >= 0)
);

-- One coupon in one order, from reservation to redemption or back.
create table benefits.redemption (
    order_ref     uuid        not null,
    line_no       integer     not null,
    member_id     bigint      not null,
    campaign_id   bigint      not null,
    code_hash     bytea,
    sequence      bigint,
    state         text        not null,
    discount_minor bigint     not null,
    returned_lines text[]     not null default '{}',
    lines         jsonb       not null,
    total_slot    integer,
    day           date,
    day_slot      integer,
    explanation_id text       not null,
    reserved_at   timestamptz not null,
    expires_at    timestamptz not null,
    redeemed_at   timestamptz,
    ended_at      timestamptz,
    end_cause     text,
    constraint redemption_pk primary key (order_ref, line_no),
    constraint redemption_state_known check
        (state in ('RESERVED', 'REDEEMED', 'RELEASED', 'ROLLED_BACK')),
    constraint redemption_of_one_thing check ((code_hash is null) <> (sequence is null))
);
create index redemption_overdue on benefits.redemption (expires_at) where state = 'RESERVED';
create index redemption_of_member on benefits.redemption (member_id, reserved_at);
create index redemption_of_campaign on benefits.redemption (campaign_id, state);

-- Failed code entries per person, address and device in a window.
create table benefits.code_attempt (
    who         bytea       not null,
    window_start timestamptz not null,
    failed      integer     not null,
    constraint code_attempt_pk primary key (who, window_start)
);
create index code_attempt_by_time on benefits.code_attempt (window_start);

-- Column classes.
comment on column benefits.campaign.id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.name_zh is 'class=public; purpose=benefits; retention=7 years';
comment on column benefits.campaign.name_en is 'class=public; purpose=benefits; retention=7 years';
comment on column benefits.campaign.kind is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.state is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.category is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.stack_group is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.effect_kind is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.effect_value is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.effect_cap is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.currency is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.products is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.minimum_minor is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.condition is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.starts_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.ends_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.use_within_days is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.total_limit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.day_limit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.member_limit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.claim_stock is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.claim_limit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.campaign.created_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.stack_rules.version is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.stack_rules.body is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.stack_rules.decided_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.campaign_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.pattern is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.alphabet is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.wanted is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.made is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.chunks is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.replaced is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.seed is 'class=sensitive; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.max_uses is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.value_minor is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.created_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.done_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_batch.exported_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code.hash is 'class=sensitive; purpose=benefits; retention=7 years';
comment on column benefits.code.campaign_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code.batch_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code.tail is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.code.withdrawn is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code.max_uses is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code.uses is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code.value_left is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.campaign_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.sequence is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.nth is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.reference is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.source is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.claimed_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.expires_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.coupon.uses is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.counter.campaign_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.counter.day is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.counter.slot is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.counter.cap is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.counter.taken is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.member_use.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.member_use.campaign_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.member_use.taken is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.order_ref is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.line_no is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.campaign_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.code_hash is 'class=sensitive; purpose=benefits; retention=7 years';
comment on column benefits.redemption.sequence is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.state is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.discount_minor is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.returned_lines is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.lines is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.total_slot is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.day is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.day_slot is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.explanation_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.reserved_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.expires_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.redeemed_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.ended_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.redemption.end_cause is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_attempt.who is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.code_attempt.window_start is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.code_attempt.failed is 'class=internal; purpose=benefits; retention=7 years';
