-- why: a chain of digests over entries and postings, so that an altered row is found also when it was altered past every check
-- locks: none, new tables
-- undo: drop table wallet.chain_link, wallet.chain_part, wallet.chained

-- A link covers what came in since the one before; the primary key is the fence between two chainers.
create table wallet.chain_link (
    number     bigint      not null,
    previous   bytea       not null,
    digest     bytea       not null,
    entries    bigint      not null,
    chained_at timestamptz not null,
    constraint chain_link_pk primary key (number)
);

-- The entries of one account that a link covers, with a digest over them and their postings.
create table wallet.chain_part (
    link      bigint not null,
    member_id bigint not null,
    currency  text   not null,
    first_no  bigint not null,
    last_no   bigint not null,
    digest    bytea  not null,
    constraint chain_part_pk primary key (link, member_id, currency),
    constraint chain_part_forward check (first_no >= 1 and last_no >= first_no)
);

-- How far each account is chained: what the next link starts from.
create table wallet.chained (
    member_id bigint not null,
    currency  text   not null,
    entries   bigint not null,
    constraint chained_pk primary key (member_id, currency)
);

create trigger chain_link_is_append_only before update or delete or truncate on wallet.chain_link
  for each statement execute function wallet.refuse_change();

create trigger chain_part_is_append_only before update or delete or truncate on wallet.chain_part
  for each statement execute function wallet.refuse_change();

comment on column wallet.chain_link.number is 'class=internal; purpose=proof of the journal; retention=forever';
comment on column wallet.chain_link.previous is 'class=internal; purpose=proof of the journal; retention=forever';
comment on column wallet.chain_link.digest is 'class=internal; purpose=proof of the journal; retention=forever';
comment on column wallet.chain_link.entries is 'class=internal; purpose=proof of the journal; retention=forever';
comment on column wallet.chain_link.chained_at is 'class=internal; purpose=proof of the journal; retention=forever';
comment on column wallet.chain_part.link is 'class=internal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chain_part.member_id is 'class=personal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chain_part.currency is 'class=internal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chain_part.first_no is 'class=internal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chain_part.last_no is 'class=internal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chain_part.digest is 'class=internal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chained.member_id is 'class=personal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chained.currency is 'class=internal; purpose=proof of the journal; retention=5 years after membership';
comment on column wallet.chained.entries is 'class=internal; purpose=proof of the journal; retention=5 years after membership';
