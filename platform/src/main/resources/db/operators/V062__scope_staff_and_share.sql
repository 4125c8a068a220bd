-- why: staff of a venue sees what happened there; what venues may see of each other stands in a contract
-- locks: none, new tables
-- undo: drop table venues.staff_scope, venues.agreement
create table venues.staff_scope (
    staff_id bigint not null,
    venue    text   not null,
    constraint staff_scope_pk primary key (staff_id, venue),
    constraint staff_scope_of_venue foreign key (venue) references venues.venue (code)
);
comment on column venues.staff_scope.staff_id is 'class=internal; purpose=whose view is limited; retention=forever';
comment on column venues.staff_scope.venue is 'class=internal; purpose=what they see; retention=forever';

create table venues.agreement (
    id        bigint      generated always as identity,
    giver     text        not null,
    taker     text        not null,
    purpose   text        not null,
    contract  text        not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    made_by   text        not null,
    made_at   timestamptz not null,
    ended_by  text,
    ended_at  timestamptz,
    constraint agreement_pk primary key (id),
    constraint agreement_of_giver foreign key (giver) references venues.venue (code),
    constraint agreement_of_taker foreign key (taker) references venues.venue (code),
    constraint agreement_between_two check (giver <> taker),
    constraint agreement_goes_forward check (starts_at < ends_at),
    constraint agreement_purpose_known check (purpose in ('service', 'analytics')),
    constraint agreement_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create index agreement_of_taker_idx on venues.agreement (taker, purpose) where ended_at is null;
comment on column venues.agreement.id is 'class=internal; purpose=key; retention=forever';
comment on column venues.agreement.giver is 'class=internal; purpose=whose events are shown; retention=forever';
comment on column venues.agreement.taker is 'class=internal; purpose=to whose staff; retention=forever';
comment on column venues.agreement.purpose is 'class=internal; purpose=what for; retention=forever';
comment on column venues.agreement.contract is 'class=internal; purpose=the contract it stands in; retention=forever';
comment on column venues.agreement.starts_at is 'class=internal; purpose=from when on; retention=forever';
comment on column venues.agreement.ends_at is 'class=internal; purpose=until when; retention=forever';
comment on column venues.agreement.made_by is 'class=internal; purpose=who answers for it; retention=forever';
comment on column venues.agreement.made_at is 'class=internal; purpose=record; retention=forever';
comment on column venues.agreement.ended_by is 'class=internal; purpose=who ended it early; retention=forever';
comment on column venues.agreement.ended_at is 'class=internal; purpose=record; retention=forever';
