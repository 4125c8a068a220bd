-- why: every figure of a home page leads to the rows it was counted from
-- locks: reads analytics.timeline while the index is built
-- undo: drop index analytics.timeline_of_kind
create index timeline_of_kind on analytics.timeline (kind, happened_at desc, position desc);

-- What an order brought, according to the facts.
create index timeline_of_order on analytics.timeline (((details ->> 'orderId')::bigint))
    where kind in ('ticket_issued', 'ticket_refunded');
