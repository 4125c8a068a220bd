-- why: families that share points: who belongs, in which role, with whose consent, and what may be drawn from whom
-- locks: none, new tables
-- undo: drop table membership.household_invitation, membership.household_member, membership.household

create sequence membership.household_number;

create table membership.household (
    id            bigint      not null default nextval('membership.household_number'),
    owner_id      bigint      not null,
    draw_order    text        not null default 'EARLIEST',
    owner_only    boolean     not null default false,
    size          integer     not null default 1,
    formed_at     timestamptz not null,
    frozen_at     timestamptz,
    frozen_reason text,
    disbanded_at  timestamptz,
    constraint household_pk primary key (id),
    constraint household_eight_at_most check (size between 0 and 8),
    constraint household_order_known check (draw_order in ('EARLIEST', 'PRO_RATA')),
    constraint household_frozen_for_a_reason check ((frozen_at is null) = (frozen_reason is null))
);

-- One row per stay: who left and came back has two.
create table membership.household_member (
    household_id  bigint      not null,
    member_id     bigint      not null,
    joined_at     timestamptz not null,
    role          text        not null,
    guardian_id   bigint,
    share_percent integer     not null default 100,
    monthly_limit bigint,
    active_on     date        not null,
    left_at       timestamptz,
    left_how      text,
    constraint household_member_pk primary key (household_id, member_id, joined_at),
    constraint household_member_role_known check (role in ('OWNER', 'ADULT', 'MINOR')),
    constraint household_minor_has_guardian check (role <> 'MINOR' or guardian_id is not null),
    constraint household_share_is_a_percentage check (share_percent between 0 and 100),
    constraint household_limit_not_negative check (monthly_limit >= 0),
    constraint household_left_somehow check ((left_at is null) = (left_how is null)),
    constraint household_left_how_known check (left_how in ('LEFT', 'REMOVED', 'BANNED', 'DISBANDED'))
);

create unique index household_one_each on membership.household_member (member_id) where left_at is null;
create unique index household_one_owner on membership.household_member (household_id)
    where role = 'OWNER' and left_at is null;
create index household_stays on membership.household_member (member_id, left_at);

create table membership.household_invitation (
    id           uuid        not null,
    household_id bigint      not null,
    member_id    bigint      not null,
    invited_by   bigint      not null,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    answer       text,
    answered_by  bigint,
    answered_at  timestamptz,
    constraint household_invitation_pk primary key (id),
    constraint household_answer_known check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    constraint household_answered_by_somebody
        check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);

create unique index household_invited_once on membership.household_invitation (household_id, member_id)
    where answer is null;
create index household_invited on membership.household_invitation (member_id) where answer is null;

comment on column membership.household.id is 'class=internal; purpose=family pool; retention=5 years after disbanding';
comment on column membership.household.owner_id is 'class=personal; purpose=family pool; retention=5 years after disbanding';
comment on column membership.household.draw_order is 'class=internal; purpose=family pool; retention=5 years after disbanding';
comment on column membership.household.owner_only is 'class=internal; purpose=family pool; retention=5 years after disbanding';
comment on column membership.household.size is 'class=internal; purpose=family pool; retention=5 years after disbanding';
comment on column membership.household.formed_at is 'class=internal; purpose=family pool; retention=5 years after disbanding';
comment on column membership.household.frozen_at is 'class=internal; purpose=fraud; retention=5 years after disbanding';
comment on column membership.household.frozen_reason is 'class=personal; purpose=fraud; retention=5 years after disbanding';
comment on column membership.household.disbanded_at is 'class=internal; purpose=family pool; retention=5 years after disbanding';
comment on column membership.household_member.household_id is 'class=internal; purpose=family pool; retention=5 years after leaving';
comment on column membership.household_member.member_id is 'class=personal; purpose=family pool; retention=5 years after leaving';
comment on column membership.household_member.joined_at is 'class=personal; purpose=consent; retention=5 years after leaving';
comment on column membership.household_member.role is 'class=personal; purpose=family pool; retention=5 years after leaving';
comment on column membership.household_member.guardian_id is 'class=personal; purpose=consent; retention=5 years after leaving';
comment on column membership.household_member.share_percent is 'class=personal; purpose=consent; retention=5 years after leaving';
comment on column membership.household_member.monthly_limit is 'class=personal; purpose=family pool; retention=5 years after leaving';
comment on column membership.household_member.active_on is 'class=personal; purpose=fraud; retention=5 years after leaving';
comment on column membership.household_member.left_at is 'class=personal; purpose=fraud; retention=5 years after leaving';
comment on column membership.household_member.left_how is 'class=personal; purpose=fraud; retention=5 years after leaving';
comment on column membership.household_invitation.id is 'class=internal; purpose=identity; retention=1 year';
comment on column membership.household_invitation.household_id is 'class=internal; purpose=consent; retention=1 year';
comment on column membership.household_invitation.member_id is 'class=personal; purpose=consent; retention=1 year';
comment on column membership.household_invitation.invited_by is 'class=personal; purpose=consent; retention=1 year';
comment on column membership.household_invitation.invited_at is 'class=personal; purpose=consent; retention=1 year';
comment on column membership.household_invitation.expires_at is 'class=internal; purpose=consent; retention=1 year';
comment on column membership.household_invitation.answer is 'class=personal; purpose=consent; retention=1 year';
comment on column membership.household_invitation.answered_by is 'class=personal; purpose=consent; retention=1 year';
comment on column membership.household_invitation.answered_at is 'class=personal; purpose=consent; retention=1 year';
