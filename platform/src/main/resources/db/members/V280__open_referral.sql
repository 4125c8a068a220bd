-- why: members invite people; who brought whom, what it earned and what looked wrong is kept here
-- locks: none, new schema
-- undo: drop schema referral cascade

create schema referral;

create table referral.campaign (
    campaign_id bigint      generated always as identity,
    state       text        not null,
    version     integer     not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    closed_at   timestamptz,
    constraint campaign_pk primary key (campaign_id),
    constraint campaign_state_known check (state in ('DRAFT', 'RUNNING', 'CLOSED')),
    constraint campaign_ends_after_start check (ends_at > starts_at),
    constraint campaign_closed_once check ((closed_at is null) = (state <> 'CLOSED'))
);

create table referral.campaign_version (
    campaign_id bigint      not null,
    version     integer     not null,
    terms       jsonb       not null,
    made_by     text        not null,
    made_at     timestamptz not null,
    constraint campaign_version_pk primary key (campaign_id, version)
);

create table referral.link (
    member_id   bigint      not null,
    campaign_id bigint      not null,
    channel     text        not null,
    code        text        not null,
    made_at     timestamptz not null,
    constraint link_pk primary key (member_id, campaign_id, channel),
    constraint link_code_once unique (code)
);

-- Somebody opened a link. The visitor is a browser that nobody is signed in on yet.
create table referral.touch (
    visitor     bytea       not null,
    touch_id    bigint      generated always as identity,
    code        text        not null,
    campaign_id bigint      not null,
    inviter_id  bigint      not null,
    channel     text        not null,
    device      text,
    network     text,
    place       text,
    touched_at  timestamptz not null,
    spent_by    bigint,
    constraint touch_pk primary key (visitor, touch_id)
);
create index touch_of_campaign on referral.touch (campaign_id, touched_at);

-- What was seen of a member, as keyed digests: equal digests tell that two members share something.
create table referral.sighting (
    member_id bigint      not null,
    signal    text        not null,
    digest    text        not null,
    seen_at   timestamptz not null,
    constraint sighting_pk primary key (member_id, signal, digest),
    constraint sighting_signal_known check (signal in ('DEVICE', 'DOCUMENT', 'INSTRUMENT', 'NETWORK', 'PLACE'))
);
create index sighting_shared on referral.sighting (signal, digest);

create table referral.invitation (
    invitee_id     bigint      not null,
    inviter_id     bigint      not null,
    campaign_id    bigint      not null,
    version        integer     not null,
    code           text        not null,
    channel        text        not null,
    touched_at     timestamptz not null,
    joined_at      timestamptz not null,
    state          text        not null,
    refusal        text,
    first_order    bigint,
    ordered_at     timestamptz,
    travelled_at   timestamptz,
    confirmed_at   timestamptz,
    review         text        not null,
    flags          text[]      not null,
    flagged_at     timestamptz,
    decided_by     text,
    decided_at     timestamptz,
    decision       text,
    why_inviter    text        not null,
    why_invitee    text        not null,
    why_review     text,
    constraint invitation_pk primary key (invitee_id),
    constraint invitation_of_somebody_else check (invitee_id <> inviter_id or state = 'REFUSED'),
    constraint invitation_state_known check (state in ('REFUSED', 'WAITING', 'CONFIRMED', 'REJECTED')),
    constraint invitation_refused_with_code check ((state = 'REFUSED') = (refusal is not null)),
    constraint invitation_review_known check (review in ('NONE', 'OPEN', 'APPROVED', 'REJECTED')),
    constraint invitation_confirmed_when check (state <> 'CONFIRMED' or confirmed_at is not null)
);
create index invitation_by_inviter on referral.invitation (inviter_id, joined_at desc);
create index invitation_of_campaign on referral.invitation (campaign_id, joined_at);
create index invitation_in_review on referral.invitation (flagged_at) where review = 'OPEN';

create table referral.ticket (
    invitee_id bigint      not null,
    order_id   bigint      not null,
    ticket_id  bigint      not null,
    refunded   boolean     not null default false,
    issued_at  timestamptz not null,
    constraint ticket_pk primary key (invitee_id, ticket_id)
);

create table referral.reward (
    member_id      bigint      not null,
    reward_id      uuid        not null,
    invitee_id     bigint      not null,
    campaign_id    bigint      not null,
    side           text        not null,
    stage          text        not null,
    order_id       bigint      not null,
    points         bigint      not null,
    state          text        not null,
    explanation_id text        not null,
    held_at        timestamptz not null,
    settled_at     timestamptz,
    constraint reward_pk primary key (member_id, reward_id),
    constraint reward_once unique (invitee_id, side, stage, order_id),
    constraint reward_positive check (points > 0),
    constraint reward_state_known check (state in ('HELD', 'EARNED', 'CANCELLED', 'REVERSED'))
);

-- How much of a cap is taken and how many invitations count; period is a month or ALL.
create table referral.tally (
    inviter_id   bigint      not null,
    campaign_id  bigint      not null,
    period       text        not null,
    taken        integer     not null,
    cap          integer     not null,
    confirmed    integer     not null default 0,
    confirmed_at timestamptz,
    constraint tally_pk primary key (inviter_id, campaign_id, period),
    constraint tally_never_above_cap check (taken between 0 and cap),
    constraint tally_confirmed_of_taken check (confirmed between 0 and taken)
);
create index tally_ranked on referral.tally (campaign_id, confirmed desc, confirmed_at) where period = 'ALL';

create table referral.milestone (
    member_id      bigint      not null,
    campaign_id    bigint      not null,
    invites        integer     not null,
    kind           text        not null,
    prize          text        not null,
    explanation_id text        not null,
    reached_at     timestamptz not null,
    constraint milestone_pk primary key (member_id, campaign_id, invites)
);

create table referral.board_place (
    campaign_id bigint      not null,
    place       integer     not null,
    member_id   bigint      not null,
    invites     integer     not null,
    reached_at  timestamptz not null,
    frozen_at   timestamptz not null,
    constraint board_place_pk primary key (campaign_id, place)
);

-- The board is published when a campaign closes; nothing that happens later moves anybody.
create function referral.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the board of a closed campaign does not change' using constraint = 'board_is_frozen';
end
$$;

create trigger board_is_frozen before update or delete or truncate on referral.board_place
    for each statement execute function referral.refuse_change();

-- Column classes.
comment on column referral.campaign.campaign_id is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign.state is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign.version is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign.starts_at is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign.ends_at is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign.closed_at is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign_version.campaign_id is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign_version.version is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign_version.terms is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign_version.made_by is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.campaign_version.made_at is 'class=internal; purpose=invitations; retention=7 years';
comment on column referral.link.member_id is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.link.campaign_id is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.link.channel is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.link.code is 'class=personal; purpose=invitations; retention=5 years after membership';
comment on column referral.link.made_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.touch.visitor is 'class=personal; purpose=attribution; retention=180 days';
comment on column referral.touch.touch_id is 'class=internal; purpose=attribution; retention=180 days';
comment on column referral.touch.code is 'class=internal; purpose=attribution; retention=180 days';
comment on column referral.touch.campaign_id is 'class=internal; purpose=attribution; retention=180 days';
comment on column referral.touch.inviter_id is 'class=personal; purpose=attribution; retention=180 days';
comment on column referral.touch.channel is 'class=internal; purpose=attribution; retention=180 days';
comment on column referral.touch.device is 'class=personal; purpose=attribution; retention=180 days';
comment on column referral.touch.network is 'class=personal; purpose=attribution; retention=180 days';
comment on column referral.touch.place is 'class=personal; purpose=attribution; retention=180 days';
comment on column referral.touch.touched_at is 'class=internal; purpose=attribution; retention=180 days';
comment on column referral.touch.spent_by is 'class=personal; purpose=attribution; retention=180 days';
comment on column referral.sighting.member_id is 'class=personal; purpose=fraud prevention; retention=1 year';
comment on column referral.sighting.signal is 'class=internal; purpose=fraud prevention; retention=1 year';
comment on column referral.sighting.digest is 'class=personal; purpose=fraud prevention; retention=1 year';
comment on column referral.sighting.seen_at is 'class=internal; purpose=fraud prevention; retention=1 year';
comment on column referral.invitation.invitee_id is 'class=personal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.inviter_id is 'class=personal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.campaign_id is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.version is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.code is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.channel is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.touched_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.joined_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.state is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.refusal is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.first_order is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.ordered_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.travelled_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.confirmed_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.review is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.flags is 'class=personal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.flagged_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.decided_by is 'class=personal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.decided_at is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.decision is 'class=personal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.why_inviter is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.why_invitee is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.invitation.why_review is 'class=internal; purpose=invitations; retention=5 years after membership';
comment on column referral.ticket.invitee_id is 'class=personal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.ticket.order_id is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.ticket.ticket_id is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.ticket.refunded is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.ticket.issued_at is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.reward.member_id is 'class=personal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.reward_id is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.invitee_id is 'class=personal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.campaign_id is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.side is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.stage is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.order_id is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.points is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.state is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.explanation_id is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.held_at is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.reward.settled_at is 'class=internal; purpose=invite rewards; retention=7 years';
comment on column referral.tally.inviter_id is 'class=personal; purpose=caps and board; retention=5 years after membership';
comment on column referral.tally.campaign_id is 'class=internal; purpose=caps and board; retention=5 years after membership';
comment on column referral.tally.period is 'class=internal; purpose=caps and board; retention=5 years after membership';
comment on column referral.tally.taken is 'class=internal; purpose=caps and board; retention=5 years after membership';
comment on column referral.tally.cap is 'class=internal; purpose=caps and board; retention=5 years after membership';
comment on column referral.tally.confirmed is 'class=internal; purpose=caps and board; retention=5 years after membership';
comment on column referral.tally.confirmed_at is 'class=internal; purpose=caps and board; retention=5 years after membership';
comment on column referral.milestone.member_id is 'class=personal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.milestone.campaign_id is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.milestone.invites is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.milestone.kind is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.milestone.prize is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.milestone.explanation_id is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.milestone.reached_at is 'class=internal; purpose=invite rewards; retention=5 years after membership';
comment on column referral.board_place.campaign_id is 'class=internal; purpose=board; retention=7 years';
comment on column referral.board_place.place is 'class=internal; purpose=board; retention=7 years';
comment on column referral.board_place.member_id is 'class=personal; purpose=board; retention=7 years';
comment on column referral.board_place.invites is 'class=internal; purpose=board; retention=7 years';
comment on column referral.board_place.reached_at is 'class=internal; purpose=board; retention=7 years';
comment on column referral.board_place.frozen_at is 'class=internal; purpose=board; retention=7 years';
