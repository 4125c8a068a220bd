-- why: who bought and who travels are different people; both are asked about
-- locks: none, new schema
-- undo: drop schema parties cascade
create schema parties;

-- A party is who of one purchase rides one run together; who changes to another run leaves it.
create table parties.party (
    member_id  bigint      not null,
    party_id   bigint      not null,
    run_id     bigint      not null,
    payer      text        not null,
    bought_at  timestamptz not null,
    departs_at timestamptz not null,
    constraint party_pk primary key (member_id, party_id, run_id),
    constraint party_payer_known check (payer in ('buyer', 'enterprise', 'family'))
);
comment on column parties.party.member_id is 'class=internal; purpose=buyer; retention=10 years';
comment on column parties.party.party_id is 'class=internal; purpose=the first order of the purchase, changes stay in it; retention=10 years';
comment on column parties.party.run_id is 'class=internal; purpose=the run they ride together; retention=10 years';
comment on column parties.party.payer is 'class=internal; purpose=who paid it; retention=10 years';
comment on column parties.party.bought_at is 'class=internal; purpose=day of the purchase; retention=10 years';
comment on column parties.party.departs_at is 'class=internal; purpose=shown; retention=10 years';

create table parties.companion (
    member_id    bigint not null,
    ticket_id    bigint not null,
    party_id     bigint not null,
    run_id       bigint not null,
    traveller_id bigint not null,
    of_member    bigint,
    role         text   not null,
    state        text   not null default 'going',
    constraint companion_pk primary key (member_id, ticket_id),
    constraint companion_role_known check (role in ('adult', 'child', 'senior', 'student')),
    constraint companion_state_known check (state in ('going', 'travelled', 'returned', 'changed'))
);
create index companion_of_party on parties.companion (member_id, party_id, run_id);
create index companion_of_member on parties.companion (of_member) where of_member is not null;
comment on column parties.companion.member_id is 'class=internal; purpose=buyer; retention=10 years';
comment on column parties.companion.ticket_id is 'class=internal; purpose=one place in the party; retention=10 years';
comment on column parties.companion.party_id is 'class=internal; purpose=which party; retention=10 years';
comment on column parties.companion.run_id is 'class=internal; purpose=which party; retention=10 years';
comment on column parties.companion.traveller_id is 'class=internal; purpose=who travels, as the buyer lists them; retention=10 years';
comment on column parties.companion.of_member is 'class=internal; purpose=the member who travels, where known; retention=10 years';
comment on column parties.companion.role is 'class=internal; purpose=role in the party; retention=10 years';
comment on column parties.companion.state is 'class=internal; purpose=whether they still go; retention=10 years';
