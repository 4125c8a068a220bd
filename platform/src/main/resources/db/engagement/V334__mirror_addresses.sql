-- why: the audience knew the channels a member was registered with; addresses given since count too
-- locks: rows of members with such an address, once
-- undo: nothing, the next change of an address writes the same
with found as (
    select member_id, array_agg(distinct channel) as channels
    from (select member_id, channel from channels.address
          union all
          select member_id, 'email' from membership.mail_address) as a
    group by member_id)
update audience.member_trait t
set reachable = array(select distinct c from unnest(t.reachable || f.channels) as c order by c)
from found f where f.member_id = t.member_id;

with found as (
    select member_id, array_agg(distinct channel) as channels
    from (select member_id, channel from channels.address
          union all
          select member_id, 'email' from membership.mail_address) as a
    group by member_id)
update audience.own_trait t
set reachable = array(select distinct c from unnest(t.reachable || f.channels) as c order by c)
from found f where f.member_id = t.member_id;
