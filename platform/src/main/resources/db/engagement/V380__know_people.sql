-- why: which identifiers are one person, how that was found, and whose each event is
-- locks: none, new schema
-- undo: drop schema identity cascade

create schema identity;

create sequence identity.person_number;

-- A person of whom only identifiers are known, or a member. Joining sets a pointer and rewrites nothing.
create table identity.person (
    id        bigint not null,
    member_id bigint,
    into_id   bigint,
    held      jsonb  not null default '{}',
    constraint person_pk primary key (id),
    constraint person_member_once unique (member_id),
    constraint person_not_into_itself check (into_id <> id)
);
create index person_into_idx on identity.person (into_id) where into_id is not null;
comment on column identity.person.id is 'class=internal; purpose=key; retention=membership';
comment on column identity.person.member_id is 'class=personal; purpose=which member; retention=membership';
comment on column identity.person.into_id is 'class=personal; purpose=found to be this person; retention=membership';
comment on column identity.person.held is 'class=internal; purpose=how many identifiers of each type, joined ones included; retention=membership';

create table identity.identifier (
    type        text        not null,
    value_index bytea       not null,
    person_id   bigint      not null,
    shared      boolean     not null default false,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    constraint identifier_pk primary key (type, value_index)
);
create index identifier_person_idx on identity.identifier (person_id);
comment on column identity.identifier.type is 'class=internal; purpose=what sort of identifier; retention=membership';
comment on column identity.identifier.value_index is 'class=sensitive; purpose=find the person, keyed digest; retention=membership';
comment on column identity.identifier.person_id is 'class=personal; purpose=whose; retention=membership';
comment on column identity.identifier.shared is 'class=personal; purpose=used by several known people, names nobody; retention=membership';
comment on column identity.identifier.first_seen is 'class=personal; purpose=since when; retention=membership';
comment on column identity.identifier.last_seen is 'class=personal; purpose=until when; retention=membership';

create table identity.change (
    seq         bigint      generated always as identity,
    kind        text        not null,
    person_id   bigint      not null,
    other_id    bigint,
    type        text,
    evidence    text        not null,
    actor       text        not null,
    happened_at timestamptz not null,
    constraint change_pk primary key (seq),
    constraint change_kind_known
        check (kind in ('attached', 'joined', 'parted', 'shared', 'conflict', 'limit'))
);
create index change_person_idx on identity.change (person_id, seq);
-- What comes up with every event is told once.
create unique index change_told_once
    on identity.change (kind, person_id, coalesce(other_id, 0), coalesce(type, ''))
    where kind in ('shared', 'conflict', 'limit');
comment on column identity.change.seq is 'class=internal; purpose=order; retention=membership';
comment on column identity.change.kind is 'class=internal; purpose=what was found; retention=membership';
comment on column identity.change.person_id is 'class=personal; purpose=about whom; retention=membership';
comment on column identity.change.other_id is 'class=personal; purpose=and whom; retention=membership';
comment on column identity.change.type is 'class=internal; purpose=by which sort of identifier; retention=membership';
comment on column identity.change.evidence is 'class=internal; purpose=the event or reason behind it; retention=membership';
comment on column identity.change.actor is 'class=internal; purpose=who or what decided; retention=membership';
comment on column identity.change.happened_at is 'class=internal; purpose=when; retention=membership';

create table identity.blocked (
    type        text        not null,
    value_index bytea       not null,
    reason      text        not null,
    blocked_by  text        not null,
    blocked_at  timestamptz not null,
    constraint blocked_pk primary key (type, value_index)
);
comment on column identity.blocked.type is 'class=internal; purpose=what sort of identifier; retention=forever';
comment on column identity.blocked.value_index is 'class=internal; purpose=a value that names nobody, keyed digest; retention=forever';
comment on column identity.blocked.reason is 'class=internal; purpose=why; retention=forever';
comment on column identity.blocked.blocked_by is 'class=internal; purpose=who; retention=forever';
comment on column identity.blocked.blocked_at is 'class=internal; purpose=when; retention=forever';

create table identity.attribution (
    person_id   bigint      not null,
    home_day    date        not null,
    source_id   int         not null,
    message_id  text        not null,
    batch       bigint      not null,
    member_id   bigint,
    constraint attribution_pk primary key (person_id, home_day, source_id, message_id)
);
create index attribution_batch_idx on identity.attribution (batch) where member_id is not null;
comment on column identity.attribution.person_id is 'class=personal; purpose=whose event; retention=13 months';
comment on column identity.attribution.home_day is 'class=internal; purpose=key of the event; retention=13 months';
comment on column identity.attribution.source_id is 'class=internal; purpose=key of the event; retention=13 months';
comment on column identity.attribution.message_id is 'class=internal; purpose=key of the event; retention=13 months';
comment on column identity.attribution.batch is 'class=internal; purpose=commit it came with; retention=13 months';
comment on column identity.attribution.member_id is 'class=personal; purpose=the member it was told of then; retention=13 months';
