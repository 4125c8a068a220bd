-- why: who entered through which gate, and every decision of a gate with its reason
-- locks: none, new schema
-- undo: drop schema admission cascade
create schema admission;

create table admission.passage (
    member_id    bigint not null,
    ticket_id    bigint not null,
    run_id       bigint not null,
    station_code text not null,
    gate         text not null,
    passed_at    timestamptz not null,
    constraint passage_once_per_ticket primary key (member_id, ticket_id)
);
create index passage_by_ticket on admission.passage (ticket_id);

create table admission.gate_check (
    check_id     bigint generated always as identity,
    checked_at   timestamptz not null,
    gate         text not null,
    station_code text not null,
    ticket_id    bigint,
    admitted     boolean not null,
    reason_code  text not null,
    sentence_zh  text not null,
    sentence_en  text not null,
    constraint gate_check_pkey primary key (check_id)
);
create index gate_check_by_gate on admission.gate_check (gate, check_id desc);

comment on column admission.passage.member_id is 'class=internal; purpose=buyer of the ticket; retention=3 years';
comment on column admission.passage.ticket_id is 'class=internal; purpose=ticket that opened the gate; retention=3 years';
comment on column admission.passage.run_id is 'class=internal; purpose=train boarded; retention=3 years';
comment on column admission.passage.station_code is 'class=personal; purpose=where somebody entered; retention=3 years';
comment on column admission.passage.gate is 'class=internal; purpose=device that decided; retention=3 years';
comment on column admission.passage.passed_at is 'class=personal; purpose=when somebody entered; retention=3 years';
comment on column admission.gate_check.check_id is 'class=internal; purpose=order of the list; retention=1 year';
comment on column admission.gate_check.checked_at is 'class=internal; purpose=when the gate decided; retention=1 year';
comment on column admission.gate_check.gate is 'class=internal; purpose=device that decided; retention=1 year';
comment on column admission.gate_check.station_code is 'class=internal; purpose=where the gate stands; retention=1 year';
comment on column admission.gate_check.ticket_id is 'class=internal; purpose=ticket the code led to; retention=1 year';
comment on column admission.gate_check.admitted is 'class=internal; purpose=decision; retention=1 year';
comment on column admission.gate_check.reason_code is 'class=internal; purpose=why; retention=1 year';
comment on column admission.gate_check.sentence_zh is 'class=internal; purpose=what the gate said; retention=1 year';
comment on column admission.gate_check.sentence_en is 'class=internal; purpose=what the gate said; retention=1 year';
