-- why: what an order brought includes changes of its tickets
-- locks: reads analytics.timeline while the index is built
-- undo: put the index of V405 back
drop index analytics.timeline_of_order;
create index timeline_of_order on analytics.timeline (((details ->> 'orderId')::bigint))
    where kind in ('ticket_issued', 'ticket_refunded', 'ticket_changed', 'refund_shared');
