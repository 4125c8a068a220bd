-- why: clubs in parallel, earned and granted tiers as dated intervals that never overlap, reviews that fall due
-- locks: replaces tables that hold nothing yet
-- undo: drop the new tables; V240 made the old ones

drop table loyalty.tier_interval;
drop table loyalty.tier;

create type loyalty.name_range as range (subtype = text);

-- Two layers: what was earned, and what somebody granted on top. The higher of the two counts.
create table loyalty.tier_interval (
    member_id      bigint      not null,
    club           text        not null,
    layer          text        not null,
    valid_from     timestamptz not null,
    valid_until    timestamptz,
    tier           text        not null,
    rank           integer     not null,
    cause          text        not null,
    explanation_id text,
    end_told       boolean     not null default false,
    constraint tier_interval_pk primary key (member_id, club, layer, valid_from),
    constraint tier_interval_layer_known check (layer in ('earned', 'granted')),
    constraint tier_interval_forward check (valid_until is null or valid_until >= valid_from),
    constraint tier_interval_never_overlaps exclude using gist (
      int8range(member_id, member_id, '[]') with &&,
      loyalty.name_range(club, club, '[]') with &&,
      loyalty.name_range(layer, layer, '[]') with &&,
      tstzrange(valid_from, valid_until) with &&)
);

create index tier_interval_ending on loyalty.tier_interval (valid_until)
    where layer = 'granted' and not end_told;

create table loyalty.tier_review (
    member_id  bigint  not null,
    club       text    not null,
    due_on     date    not null,
    notice_on  date    not null,
    noticed    boolean not null default false,
    in_grace   boolean not null default false,
    constraint tier_review_pk primary key (member_id, club),
    constraint tier_review_notice_first check (notice_on <= due_on)
);

create index tier_review_due on loyalty.tier_review (due_on, member_id);
create index tier_review_notice on loyalty.tier_review (notice_on, member_id) where not noticed;

comment on column loyalty.tier_interval.member_id is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.club is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.layer is 'class=internal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.valid_from is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.valid_until is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.tier is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.rank is 'class=internal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.cause is 'class=personal; purpose=tiers; retention=5 years after membership';
comment on column loyalty.tier_interval.explanation_id is 'class=internal; purpose=reasons; retention=5 years after membership';
comment on column loyalty.tier_interval.end_told is 'class=internal; purpose=tell once; retention=5 years after membership';
comment on column loyalty.tier_review.member_id is 'class=personal; purpose=tier reviews; retention=membership';
comment on column loyalty.tier_review.club is 'class=internal; purpose=tier reviews; retention=membership';
comment on column loyalty.tier_review.due_on is 'class=personal; purpose=tier reviews; retention=membership';
comment on column loyalty.tier_review.notice_on is 'class=internal; purpose=tier reviews; retention=membership';
comment on column loyalty.tier_review.noticed is 'class=internal; purpose=tell once; retention=membership';
comment on column loyalty.tier_review.in_grace is 'class=personal; purpose=tier reviews; retention=membership';
