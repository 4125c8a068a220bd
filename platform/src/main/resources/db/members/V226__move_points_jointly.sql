-- why: movements over several accounts: draws from a family pool, their returns, transfers between members; who funds a lot is asked
-- locks: short exclusive locks on wallet.entry and wallet.posting for their checks
-- undo: drop table wallet.joint_part, wallet.joint_move, wallet.transfer_rule; put the old checks back

alter table wallet.entry
    drop constraint entry_kind_known,
    add constraint entry_kind_known check (kind in
        ('CREDIT', 'SPEND', 'HOLD', 'CAPTURE', 'RELEASE', 'EXPIRY', 'RETURN', 'REVERSAL', 'RESTORATION',
         'PROMISE', 'ACTIVATION', 'CANCELLATION', 'DEDUCTION', 'WRITE_OFF', 'MOVE', 'REINSTATEMENT',
         'TRANSFER_OUT', 'TRANSFER_IN'));

alter table wallet.posting
    drop constraint posting_place_known,
    add constraint posting_place_known check (place in
        ('AVAILABLE', 'HELD', 'PENDING', 'DEBT', 'ISSUANCE', 'REDEMPTION', 'BREAKAGE', 'WRITTEN_OFF',
         'TRANSIT'));

-- Decided once; carried out by entries whose references follow from its own. The number within its
-- scope is the fence: of two writers that decide on the same state one loses on joint_move_fence.
create table wallet.joint_move (
    reference  uuid        not null,
    kind       text        not null,
    scope      text        not null,
    scope_no   bigint      not null,
    asked_by   bigint      not null,
    amount     bigint      not null,
    fee        bigint      not null default 0,
    attempt    integer     not null default 0,
    about      uuid,
    draw_order text,
    source     text        not null,
    order_ref  text,
    month      date        not null,
    decided_at timestamptz not null,
    state      text        not null,
    constraint joint_move_pk primary key (reference),
    constraint joint_move_fence unique (scope, scope_no),
    constraint joint_move_kind_known check (kind in ('DRAW', 'RETURN', 'TRANSFER')),
    constraint joint_move_state_known check (state in ('DECIDED', 'DONE', 'UNDONE')),
    constraint joint_move_amounts check (amount > 0 and fee >= 0)
);

create index joint_move_undecided on wallet.joint_move (decided_at) where state = 'DECIDED';
create index joint_move_about on wallet.joint_move (about) where about is not null;
create index joint_move_by on wallet.joint_move (asked_by, month);

-- Whose points, in the order in which they were taken; each part names its owner.
create table wallet.joint_part (
    reference uuid    not null,
    position  integer not null,
    member_id bigint  not null,
    last_day  date,
    amount    bigint  not null,
    constraint joint_part_pk primary key (reference, position),
    constraint joint_part_positive check (amount > 0)
);

create index joint_part_of_member on wallet.joint_part (member_id);

create table wallet.transfer_rule (
    single        boolean not null default true,
    least         bigint  not null,
    most_a_year   bigint  not null,
    cooling_days  integer not null,
    fee_permille  integer not null,
    family_only   boolean not null,
    constraint transfer_rule_one_row primary key (single),
    constraint transfer_rule_only check (single),
    constraint transfer_rule_range check (least > 0 and most_a_year >= least and cooling_days >= 0
      and fee_permille between 0 and 1000)
);

insert into wallet.transfer_rule (least, most_a_year, cooling_days, fee_permille, family_only)
values (100, 20000, 7, 20, true);

-- Partners pay for few lots among many; theirs are found without reading all.
create index lot_funding on wallet.lot (funding) where funding <> 'railway';

comment on column wallet.joint_move.reference is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.kind is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.scope is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.scope_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.asked_by is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.amount is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.fee is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.attempt is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.about is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.draw_order is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.source is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.order_ref is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.month is 'class=internal; purpose=limits; retention=5 years after membership';
comment on column wallet.joint_move.decided_at is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_move.state is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_part.reference is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_part.position is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_part.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_part.last_day is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.joint_part.amount is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.transfer_rule.single is 'class=public; purpose=rules; retention=forever';
comment on column wallet.transfer_rule.least is 'class=public; purpose=rules; retention=forever';
comment on column wallet.transfer_rule.most_a_year is 'class=public; purpose=rules; retention=forever';
comment on column wallet.transfer_rule.cooling_days is 'class=public; purpose=rules; retention=forever';
comment on column wallet.transfer_rule.fee_permille is 'class=public; purpose=rules; retention=forever';
comment on column wallet.transfer_rule.family_only is 'class=public; purpose=rules; retention=forever';
