-- why: partners whose points members convert: contracts, packs, conversions, files and their answers, settlement
-- locks: none, new schema
-- undo: drop schema partners cascade

create schema partners;

create sequence partners.partner_number;

create table partners.partner (
    id        bigint  not null default nextval('partners.partner_number'),
    code      text    not null,
    kind      text    not null,
    name_zh   text    not null,
    name_en   text    not null,
    link      text    not null,
    endpoint  text,
    secret    bytea,
    client_id bigint,
    active    boolean not null default true,
    constraint partner_pk primary key (id),
    constraint partner_code_once unique (code),
    constraint partner_code_form check (code ~ '^[a-z][a-z0-9-]{1,29}$'),
    constraint partner_kind_known check (kind in ('BANK', 'TELECOM', 'HOTEL', 'SHOP')),
    constraint partner_link_known check (link in ('SANDBOX', 'HTTP')),
    constraint partner_http_has_endpoint check (link <> 'HTTP' or (endpoint is not null and secret is not null))
);

create table partners.contract (
    partner_id       bigint  not null,
    version          integer not null,
    valid_from       date    not null,
    in_units         bigint  not null,
    in_points        bigint  not null,
    out_points       bigint  not null,
    out_units        bigint  not null,
    cost_minor       bigint  not null,
    out_cost_minor   bigint  not null,
    reserve_permille integer not null,
    breakage_to      text    not null,
    billing          text    not null,
    credit_cap       bigint  not null,
    alert_points     bigint  not null,
    zone             text    not null,
    rounding         text    not null,
    minimum          bigint  not null,
    fee              bigint  not null,
    published_by     text    not null,
    published_at     timestamptz not null,
    constraint contract_pk primary key (partner_id, version),
    constraint contract_one_a_day unique (partner_id, valid_from),
    constraint contract_rates check (in_units > 0 and in_points >= 0 and out_points > 0 and out_units >= 0),
    constraint contract_amounts check (cost_minor >= 0 and out_cost_minor >= 0 and credit_cap >= 0
      and alert_points >= 0 and minimum > 0 and fee >= 0),
    constraint contract_reserve check (reserve_permille between 0 and 1000),
    constraint contract_billing_known check (billing in ('PREPAID', 'POSTPAID')),
    constraint contract_rounding_known check (rounding in ('DOWN', 'HALF_UP')),
    constraint contract_breakage_known check (breakage_to in ('PARTNER', 'OPERATOR'))
);

create function partners.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published contract stands: % of partners.% refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger contract_stands before update or delete or truncate on partners.contract
  for each statement execute function partners.refuse_change();

-- Prepaid points, drawn from the oldest start.
create table partners.pack (
    partner_id  bigint  not null,
    pack_no     integer not null,
    starts_on   date    not null,
    points      bigint  not null,
    drawn       bigint  not null default 0,
    price_minor bigint  not null,
    constraint pack_pk primary key (partner_id, pack_no),
    constraint pack_never_overdrawn check (drawn between 0 and points),
    constraint pack_price check (points > 0 and price_minor >= 0)
);

create table partners.batch (
    id            uuid        not null,
    partner_id    bigint      not null,
    file_name     text        not null,
    claimed_lines integer     not null,
    claimed_units bigint      not null,
    found_lines   integer     not null,
    found_units   bigint      not null,
    received_at   timestamptz not null,
    received_by   text        not null,
    constraint batch_pk primary key (id),
    constraint batch_totals_agree check (claimed_lines = found_lines and claimed_units = found_units)
);

create table partners.conversion (
    id          uuid        not null,
    partner_id  bigint      not null,
    direction   text        not null,
    event_id    text        not null,
    member_id   bigint,
    account     bytea,
    units       bigint      not null,
    points      bigint      not null,
    fee         bigint      not null,
    contract    integer     not null,
    channel     text        not null,
    state       text        not null,
    code        text,
    their_ref   text,
    occurred_at timestamptz not null,
    asked_at    timestamptz not null,
    deadline    timestamptz not null,
    settled_at  timestamptz,
    constraint conversion_pk primary key (id),
    constraint conversion_event_once unique (partner_id, event_id),
    constraint conversion_direction_known check (direction in ('IN', 'OUT')),
    constraint conversion_channel_known check (channel in ('MEMBER', 'API', 'FILE')),
    constraint conversion_state_known check (state in ('ASKED', 'SENT', 'TAKEN', 'DONE', 'REFUSED', 'SUSPENSE')),
    constraint conversion_suspense_has_no_member check ((state = 'SUSPENSE') <= (member_id is null)),
    constraint conversion_amounts check (units > 0 and points > 0 and fee >= 0),
    constraint conversion_settled check ((state in ('DONE', 'REFUSED')) = (settled_at is not null))
);

create index conversion_open on partners.conversion (asked_at) where state in ('ASKED', 'SENT', 'TAKEN');
create index conversion_of_member on partners.conversion (member_id, asked_at);
create index conversion_settled_at on partners.conversion (partner_id, settled_at);

create table partners.pack_draw (
    conversion_id uuid    not null,
    partner_id    bigint  not null,
    pack_no       integer not null,
    points        bigint  not null,
    constraint pack_draw_pk primary key (conversion_id, pack_no),
    constraint pack_draw_positive check (points > 0)
);

create table partners.batch_line (
    batch_id   uuid    not null,
    line_no    integer not null,
    event_id   text    not null,
    member_ref text    not null,
    units      bigint  not null,
    answer     text    not null,
    points     bigint  not null default 0,
    constraint batch_line_pk primary key (batch_id, line_no)
);

create index batch_line_event on partners.batch_line (event_id);

create table partners.period (
    partner_id bigint      not null,
    period     date        not null,
    state      text        not null,
    run_at     timestamptz not null,
    locked_by  text,
    constraint period_pk primary key (partner_id, period),
    constraint period_first_day check (extract(day from period) = 1),
    constraint period_state_known check (state in ('OPEN', 'LOCKED')),
    constraint period_locked_by_somebody check ((state = 'LOCKED') = (locked_by is not null))
);

create table partners.statement_line (
    partner_id bigint not null,
    period     date   not null,
    kind       text   not null,
    points     bigint not null,
    minor      bigint not null,
    constraint statement_line_pk primary key (partner_id, period, kind),
    constraint statement_line_kind_known check (kind in
      ('ISSUED', 'REDEEMED', 'RETURNED', 'EXPIRED', 'REVERSED', 'CONVERTED_OUT', 'ADJUSTED'))
);

create function partners.refuse_locked_period() returns trigger language plpgsql as $$
declare
  line record;
begin
  if tg_op = 'DELETE' then line := old; else line := new; end if;
  if exists (select 1 from partners.period p
             where p.partner_id = line.partner_id and p.period = line.period and p.state = 'LOCKED') then
    raise exception 'the period % of partner % is locked', line.period, line.partner_id
      using errcode = 'restrict_violation';
  end if;
  return line;
end $$;

create trigger statement_line_period_open before insert or update or delete on partners.statement_line
  for each row execute function partners.refuse_locked_period();

-- The partner's own account of a month, to compare with ours.
create table partners.claimed_line (
    partner_id bigint not null,
    period     date   not null,
    event_id   text   not null,
    units      bigint not null,
    constraint claimed_line_pk primary key (partner_id, period, event_id)
);

create table partners.payment (
    partner_id bigint not null,
    reference  text   not null,
    period     date   not null,
    minor      bigint not null,
    paid_on    date   not null,
    noted_by   text   not null,
    constraint payment_pk primary key (partner_id, reference)
);

create table partners.dispute (
    id          uuid        not null,
    partner_id  bigint      not null,
    period      date        not null,
    event_id    text        not null,
    kind        text        not null,
    ours        bigint      not null,
    theirs      bigint      not null,
    state       text        not null,
    note        text        not null,
    opened_by   text        not null,
    opened_at   timestamptz not null,
    decided_by  text,
    minor       bigint      not null default 0,
    adjusted_in date,
    constraint dispute_pk primary key (id),
    constraint dispute_once unique (partner_id, period, event_id, kind),
    constraint dispute_state_known check (state in ('OPEN', 'ACCEPTED', 'REJECTED', 'ADJUSTED')),
    constraint dispute_decided_by_somebody check ((state = 'OPEN') = (decided_by is null)),
    constraint dispute_adjusted_later
      check ((state = 'ADJUSTED') = (adjusted_in is not null) and (adjusted_in is null or adjusted_in > period))
);

-- What the sandbox partner believes; only its link reads and writes here.
create table partners.sandbox_transfer (
    reference uuid   not null,
    partner   text   not null,
    direction text   not null,
    units     bigint not null,
    answer    text   not null,
    constraint sandbox_transfer_pk primary key (reference)
);

comment on column partners.partner.id is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.code is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.kind is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.name_zh is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.name_en is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.link is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.endpoint is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.secret is 'class=sensitive; purpose=partner contracts; retention=10 years';
comment on column partners.partner.client_id is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.partner.active is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.partner_id is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.version is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.valid_from is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.in_units is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.in_points is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.out_points is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.out_units is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.cost_minor is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.out_cost_minor is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.reserve_permille is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.breakage_to is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.billing is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.credit_cap is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.alert_points is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.zone is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.rounding is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.minimum is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.fee is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.published_by is 'class=personal; purpose=partner contracts; retention=10 years';
comment on column partners.contract.published_at is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.pack.partner_id is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.pack.pack_no is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.pack.starts_on is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.pack.points is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.pack.drawn is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.pack.price_minor is 'class=internal; purpose=partner contracts; retention=10 years';
comment on column partners.batch.id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.partner_id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.file_name is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.claimed_lines is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.claimed_units is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.found_lines is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.found_units is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.received_at is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch.received_by is 'class=personal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.partner_id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.direction is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.event_id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.member_id is 'class=personal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.account is 'class=sensitive; purpose=point conversion; retention=10 years';
comment on column partners.conversion.units is 'class=personal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.points is 'class=personal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.fee is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.contract is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.channel is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.state is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.code is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.their_ref is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.occurred_at is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.asked_at is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.deadline is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.conversion.settled_at is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.pack_draw.conversion_id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.pack_draw.partner_id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.pack_draw.pack_no is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.pack_draw.points is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch_line.batch_id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch_line.line_no is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch_line.event_id is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch_line.member_ref is 'class=personal; purpose=point conversion; retention=10 years';
comment on column partners.batch_line.units is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch_line.answer is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.batch_line.points is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.period.partner_id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.period.period is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.period.state is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.period.run_at is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.period.locked_by is 'class=personal; purpose=partner settlement; retention=10 years';
comment on column partners.statement_line.partner_id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.statement_line.period is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.statement_line.kind is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.statement_line.points is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.statement_line.minor is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.claimed_line.partner_id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.claimed_line.period is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.claimed_line.event_id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.claimed_line.units is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.payment.partner_id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.payment.reference is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.payment.period is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.payment.minor is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.payment.paid_on is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.payment.noted_by is 'class=personal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.partner_id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.period is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.event_id is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.kind is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.ours is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.theirs is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.state is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.note is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.opened_by is 'class=personal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.opened_at is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.decided_by is 'class=personal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.minor is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.dispute.adjusted_in is 'class=internal; purpose=partner settlement; retention=10 years';
comment on column partners.sandbox_transfer.reference is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.sandbox_transfer.partner is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.sandbox_transfer.direction is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.sandbox_transfer.units is 'class=internal; purpose=point conversion; retention=10 years';
comment on column partners.sandbox_transfer.answer is 'class=internal; purpose=point conversion; retention=10 years';
