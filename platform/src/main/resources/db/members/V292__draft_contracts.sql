-- why: a new version of a partner's contract is written down and looked at before it is published
-- locks: none, a new table
-- undo: drop table partners.contract_draft

create table partners.contract_draft (
    partner_id bigint not null,
    body       jsonb  not null,
    constraint contract_draft_pk primary key (partner_id)
);

comment on column partners.contract_draft.partner_id is 'class=internal; purpose=partners; retention=until published';
comment on column partners.contract_draft.body is 'class=internal; purpose=partners; retention=until published';
