-- why: tags are counted by sets in memory; the index only slowed writing them
-- locks: short
-- undo: create index member_tag_tag_idx on audience.member_tag (tag, member_id)
drop index audience.member_tag_tag_idx;
