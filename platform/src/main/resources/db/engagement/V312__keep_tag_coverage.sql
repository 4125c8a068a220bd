-- why: people see whether a tag grows, stands still or died; its members were only known for now
-- locks: none, new table
-- undo: drop table audience.tag_cover
create table audience.tag_cover (
    tag        text        not null,
    on_day     date        not null,
    members    int         not null,
    counted_at timestamptz not null,
    changed_at timestamptz,
    constraint tag_cover_pk primary key (tag, on_day)
);

comment on column audience.tag_cover.tag is 'class=internal; purpose=trend of a tag; retention=400 days';
comment on column audience.tag_cover.on_day is 'class=internal; purpose=trend of a tag; retention=400 days';
comment on column audience.tag_cover.members is 'class=internal; purpose=trend of a tag; retention=400 days';
comment on column audience.tag_cover.counted_at is 'class=internal; purpose=trend of a tag; retention=400 days';
comment on column audience.tag_cover.changed_at is 'class=internal; purpose=when the count of a tag last moved; retention=400 days';
