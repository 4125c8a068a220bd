-- why: all lines of one move stand in one row; what the send gate said stands with the message
-- locks: exclusive on journey.trace while its rows are gathered
-- undo: unfold lines into one row each, with node, code, happened_at and why of V340
alter table journey.trace rename to trace_by_line;
alter table journey.trace_by_line rename constraint trace_pk to trace_by_line_pk;

create table journey.trace (
    member_id bigint not null,
    enrolment_id bigint not null,
    step int not null,
    lines json not null,
    constraint trace_pk primary key (member_id, enrolment_id, step)
);
insert into journey.trace (member_id, enrolment_id, step, lines)
select member_id, enrolment_id, min(step),
       json_agg(json_build_object('node', node, 'code', code, 'at', happened_at, 'why', why)
                order by step)
from journey.trace_by_line group by member_id, enrolment_id;
drop table journey.trace_by_line;

comment on column journey.trace.member_id is 'class=internal; purpose=who; retention=24 months';
comment on column journey.trace.enrolment_id is 'class=internal; purpose=which passage; retention=24 months';
comment on column journey.trace.step is 'class=internal; purpose=number of the first line of this move; retention=24 months';
comment on column journey.trace.lines is 'class=personal; purpose=each line: node, code, instant and the reasons with the values looked at; retention=24 months';
