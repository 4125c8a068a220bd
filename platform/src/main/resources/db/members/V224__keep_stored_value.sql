-- why: cards with principal and gift lots; caps, validity, withdrawal and custody by jurisdiction; who may be paid
-- locks: none, new tables
-- undo: drop the tables below; the journal keeps its entries

insert into wallet.currency
  (code, name_zh, name_en, term_months, term_rounding, funding, term_kind, take_back, notice_days)
values ('stored_principal', '储值本金', 'stored value, principal', 0, 'DAY', 'holder', 'NEVER', 'WITHIN_BALANCE', '{}'),
       ('stored_gift', '储值赠送', 'stored value, gift', 0, 'DAY', 'operator', 'NEVER', 'WITHIN_BALANCE', '{}');

-- The law of a place as data; amounts in minor units, 0 means no limit.
create table wallet.card_rule (
    pack                  text    not null,
    card_class            text    not null,
    cap_minor             bigint  not null,
    valid_months          integer not null,
    withdraw_days         integer not null,
    person_transfer_from  bigint  not null,
    company_transfer_from bigint  not null,
    custody_permille      integer not null,
    spend_order           text    not null,
    constraint card_rule_pk primary key (pack, card_class),
    constraint card_rule_class_known check (card_class in ('NAMED', 'BEARER')),
    constraint card_rule_order_known check (spend_order in ('PRINCIPAL_FIRST', 'GIFT_FIRST', 'RATIO'))
);

insert into wallet.card_rule
values ('cn', 'NAMED', 500000, 0, 7, 5000000, 500000, 200, 'PRINCIPAL_FIRST'),
       ('cn', 'BEARER', 100000, 36, 7, 5000000, 500000, 200, 'PRINCIPAL_FIRST');

-- The account belongs to the owner: a member, or minus the card's number for a bearer card.
create table wallet.card (
    card_id     bigint generated always as identity,
    owner_id    bigint not null,
    pack        text   not null,
    card_class  text   not null,
    medium      text   not null,
    state       text   not null,
    valid_until date,
    opened_at   timestamptz not null,
    constraint card_pk primary key (card_id),
    constraint card_medium_once unique (medium),
    constraint card_state_known check (state in ('ACTIVE', 'FROZEN', 'LOST', 'CLOSED'))
);

create index card_of_owner on wallet.card (owner_id);

create table wallet.card_event (
    card_id bigint not null,
    at      timestamptz not null,
    what    text   not null,
    actor   text   not null,
    reason  text   not null
);

create index card_event_of on wallet.card_event (card_id, at);

create trigger card_event_is_append_only before update or delete or truncate on wallet.card_event
  for each statement execute function wallet.refuse_change();

create table wallet.top_up (
    top_up_no bigint generated always as identity,
    card_id   bigint not null,
    owner_id  bigint not null,
    reference uuid   not null,
    principal bigint not null,
    gift      bigint not null,
    payer     text   not null,
    method    text   not null,
    at        timestamptz not null,
    constraint top_up_pk primary key (top_up_no),
    constraint top_up_reference_once unique (reference),
    constraint top_up_positive check (principal > 0 and gift >= 0),
    constraint top_up_payer_known check (payer in ('PERSON', 'COMPANY'))
);

create index top_up_of_owner on wallet.top_up (owner_id, top_up_no);

-- Money that went back to the holder.
create table wallet.card_refund (
    reference uuid   not null,
    card_id   bigint not null,
    owner_id  bigint not null,
    top_up_no bigint,
    kind      text   not null,
    paid_back bigint not null,
    at        timestamptz not null,
    actor     text   not null,
    constraint card_refund_pk primary key (reference),
    constraint card_refund_kind_known check (kind in ('WITHDRAWAL', 'RATIO'))
);

-- Who may be paid with stored value, and the proof that they belong to the issuer.
create table wallet.spend_scope (
    merchant text not null,
    kind     text not null,
    proof    text not null,
    constraint spend_scope_pk primary key (merchant),
    constraint spend_scope_kind_known check (kind in ('ISSUER', 'GROUP', 'BRAND'))
);

insert into wallet.spend_scope
values ('railway', 'ISSUER', 'the operator itself'),
       ('park', 'GROUP', 'group register, entry 2'),
       ('catering', 'GROUP', 'group register, entry 5');

-- What lies in the custody account, as the bank says it.
create table wallet.custody (
    day    date   not null,
    amount bigint not null,
    constraint custody_pk primary key (day)
);

call wallet.describe_columns();
