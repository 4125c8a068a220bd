-- why: members, their travellers, verified groups and consents; names, phones and documents sealed per person
-- locks: none, new schema
-- undo: drop schema membership cascade

create schema membership;

create sequence membership.member_number;

create sequence membership.traveller_number;

create table membership.member (
    id              bigint      not null default nextval('membership.member_number'),
    name_sealed     bytea       not null,
    phone_sealed    bytea       not null,
    phone_index     bytea       not null,
    document_type   text        not null,
    document_sealed bytea       not null,
    document_index  bytea       not null,
    birth_date      date        not null,
    gender          text        not null,
    city_code       text        not null,
    channel         text        not null,
    joined_at       timestamptz not null,
    constraint member_pk primary key (id),
    constraint member_id_fits_a_bitmap check (id between 1 and 2147483647),
    constraint member_document_type_known check (document_type in ('identity_card', 'passport')),
    constraint member_gender_known check (gender in ('female', 'male', 'unknown'))
);

-- Who a phone or a document belongs to is asked by its blind index alone, so each has a table keyed by it.
create table membership.phone_owner (
    phone_index bytea  not null,
    member_id   bigint not null,
    constraint phone_owner_pk primary key (phone_index)
);

create table membership.document_owner (
    document_index bytea  not null,
    member_id      bigint not null,
    constraint document_owner_pk primary key (document_index)
);

create table membership.traveller (
    member_id       bigint      not null,
    id              bigint      not null default nextval('membership.traveller_number'),
    self            boolean     not null,
    name_sealed     bytea       not null,
    document_type   text        not null,
    document_sealed bytea       not null,
    document_index  bytea       not null,
    birth_date      date        not null,
    added_at        timestamptz not null,
    constraint traveller_pk primary key (member_id, id),
    constraint traveller_document_once unique (member_id, document_index)
);

create unique index traveller_self_once on membership.traveller (member_id) where self;

create table membership.verified_group (
    member_id    bigint      not null,
    traveller_id bigint      not null,
    group_name   text        not null,
    valid_until  date        not null,
    verified_at  timestamptz not null,
    evidence     text        not null,
    constraint verified_group_pk primary key (member_id, traveller_id, group_name)
);

-- A ledger: what a member said is never overwritten, the newest line counts.
create table membership.consent_change (
    member_id  bigint      not null,
    channel    text        not null,
    purpose    text        not null,
    sequence   integer     not null,
    granted    boolean     not null,
    source     text        not null,
    changed_at timestamptz not null,
    constraint consent_change_pk primary key (member_id, channel, purpose, sequence),
    constraint consent_change_channel_known check (channel in ('sms', 'wechat', 'email', 'inbox')),
    constraint consent_change_purpose_known check (purpose in ('service', 'marketing'))
);

create table membership.reveal (
    member_id   bigint      not null,
    revealed_at timestamptz not null,
    staff_id    bigint      not null,
    field       text        not null,
    reason      text        not null,
    id          uuid        not null,
    constraint reveal_pk primary key (member_id, id)
);

comment on column membership.member.id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.member.name_sealed is 'class=sensitive; purpose=ticketing; retention=membership';
comment on column membership.member.phone_sealed is 'class=sensitive; purpose=sign-in; retention=membership';
comment on column membership.member.phone_index is 'class=personal; purpose=search; retention=membership';
comment on column membership.member.document_type is 'class=personal; purpose=ticketing; retention=membership';
comment on column membership.member.document_sealed is 'class=sensitive; purpose=ticketing; retention=membership';
comment on column membership.member.document_index is 'class=personal; purpose=search; retention=membership';
comment on column membership.member.birth_date is 'class=personal; purpose=age rules; retention=membership';
comment on column membership.member.gender is 'class=personal; purpose=audiences; retention=membership';
comment on column membership.member.city_code is 'class=personal; purpose=audiences; retention=membership';
comment on column membership.member.channel is 'class=internal; purpose=statistics; retention=membership';
comment on column membership.member.joined_at is 'class=internal; purpose=statistics; retention=membership';
comment on column membership.phone_owner.phone_index is 'class=personal; purpose=sign-in; retention=membership';
comment on column membership.phone_owner.member_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.document_owner.document_index is 'class=personal; purpose=one account per person; retention=membership';
comment on column membership.document_owner.member_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.traveller.member_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.traveller.id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.traveller.self is 'class=internal; purpose=ticketing; retention=membership';
comment on column membership.traveller.name_sealed is 'class=sensitive; purpose=ticketing; retention=membership';
comment on column membership.traveller.document_type is 'class=personal; purpose=ticketing; retention=membership';
comment on column membership.traveller.document_sealed is 'class=sensitive; purpose=ticketing; retention=membership';
comment on column membership.traveller.document_index is 'class=personal; purpose=one ticket per person; retention=membership';
comment on column membership.traveller.birth_date is 'class=personal; purpose=age rules; retention=membership';
comment on column membership.traveller.added_at is 'class=internal; purpose=ticketing; retention=membership';
comment on column membership.verified_group.member_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.verified_group.traveller_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.verified_group.group_name is 'class=personal; purpose=fares and reserves; retention=membership';
comment on column membership.verified_group.valid_until is 'class=personal; purpose=fares and reserves; retention=membership';
comment on column membership.verified_group.verified_at is 'class=internal; purpose=evidence; retention=membership';
comment on column membership.verified_group.evidence is 'class=internal; purpose=evidence; retention=membership';
comment on column membership.consent_change.member_id is 'class=internal; purpose=identity; retention=3 years after membership';
comment on column membership.consent_change.channel is 'class=personal; purpose=consent; retention=3 years after membership';
comment on column membership.consent_change.purpose is 'class=personal; purpose=consent; retention=3 years after membership';
comment on column membership.consent_change.sequence is 'class=internal; purpose=consent; retention=3 years after membership';
comment on column membership.consent_change.granted is 'class=personal; purpose=consent; retention=3 years after membership';
comment on column membership.consent_change.source is 'class=internal; purpose=evidence; retention=3 years after membership';
comment on column membership.consent_change.changed_at is 'class=internal; purpose=evidence; retention=3 years after membership';
comment on column membership.reveal.member_id is 'class=internal; purpose=audit; retention=3 years';
comment on column membership.reveal.revealed_at is 'class=internal; purpose=audit; retention=3 years';
comment on column membership.reveal.staff_id is 'class=internal; purpose=audit; retention=3 years';
comment on column membership.reveal.field is 'class=internal; purpose=audit; retention=3 years';
comment on column membership.reveal.reason is 'class=internal; purpose=audit; retention=3 years';
comment on column membership.reveal.id is 'class=internal; purpose=audit; retention=3 years';
