-- why: what other systems say in their own words becomes an event at a venue; how each source does is shown
-- locks: short, adds columns with constant defaults and replaces a check on a small table
-- undo: drop table events.source_tally; alter table events.source drop column mapping, drop column devices
alter table events.source add column mapping jsonb;
alter table events.source add column devices jsonb not null default '{}';
comment on column events.source.mapping is 'class=internal; purpose=how the fields of another system become an event; retention=forever';
comment on column events.source.devices is 'class=internal; purpose=in which zone each device stands; retention=forever';

alter table events.source drop constraint source_kind_known;
alter table events.source add constraint source_kind_known
    check (kind in ('web', 'app', 'server', 'till', 'kiosk', 'gate', 'hotel', 'wechat', 'ota', 'file', 'ticketing'));

-- written by the reader of the intake's facts, so counting costs the intake nothing
create table events.source_tally (
    source_id int         not null,
    taken     bigint      not null,
    last_at   timestamptz not null,
    constraint source_tally_pk primary key (source_id)
);
comment on column events.source_tally.source_id is 'class=internal; purpose=which source; retention=forever';
comment on column events.source_tally.taken is 'class=internal; purpose=events counted since it exists; retention=forever';
comment on column events.source_tally.last_at is 'class=internal; purpose=when the last one was received; retention=forever';

-- venues that sources name already are venues
insert into venues.venue (code, name_zh, name_en, line)
select distinct venue, venue, venue, 'railway' from events.source where venue is not null
on conflict do nothing;

-- our own ticketing and gates, and files: nobody holds a key that fits
insert into events.source (name, kind, venue, zone, key_prefix, key_digest, created_at)
select name, kind, venue, zone, '-',
    sha256(convert_to(name || gen_random_uuid(), 'UTF8')), now()
from (values ('own.ticketing', 'ticketing', 'railway', 'tickets'),
             ('own.gate', 'gate', 'railway', 'gates'),
             ('own.files', 'file', null, null)) as own (name, kind, venue, zone);

-- what the ready-made mappings make can be asked about in conditions at once
insert into events.event_type (name, version, title_zh, title_en, schema, published_at)
select name, 1, zh, en,
    jsonb_build_object('type', 'object', 'properties',
        (select jsonb_object_agg(split_part(p, ':', 1),
             jsonb_build_object('type', split_part(p, ':', 2)))
         from unnest(string_to_array(properties, ' ')) as p)),
    now()
from (values
    ('stay.booked', '预订酒店', 'Booked a stay', 'stayId:string roomType:string nights:integer adults:integer children:integer amountMinor:integer'),
    ('stay.began', '入住酒店', 'Checked in to a stay', 'stayId:string roomType:string nights:integer adults:integer children:integer amountMinor:integer'),
    ('stay.ended', '离店', 'Checked out', 'stayId:string roomType:string nights:integer adults:integer children:integer amountMinor:integer'),
    ('agency.order_paid', '在旅游平台下单', 'Ordered with an agency', 'orderNo:string agency:string product:string quantity:integer amountMinor:integer'),
    ('till.sold', '园内消费', 'Bought at a till', 'receiptNo:string amountMinor:integer items:integer category:string'),
    ('gate.entered', '闸机入场', 'Came in through a turnstile', 'passageId:string medium:string'),
    ('kiosk.ticket_collected', '自助取票', 'Collected a ticket at a kiosk', 'sessionId:string language:string'),
    ('wechat.followed', '关注公众号', 'Followed the WeChat account', 'scene:string account:string'),
    ('wechat.scanned', '扫码进入公众号', 'Scanned a WeChat code', 'scene:string account:string'))
    as ready (name, zh, en, properties)
on conflict do nothing;
