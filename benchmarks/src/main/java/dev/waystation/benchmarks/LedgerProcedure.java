package dev.waystation.benchmarks;

/** One posting by a stored procedure: one round trip, a guarded update, the same rows. */
final class LedgerProcedure {

    private LedgerProcedure() {}

    static final String POST =
            """
            create function plain.post(m bigint, change bigint, ref uuid) returns bigint
            language plpgsql as $$
            declare
              number bigint;
              after bigint;
              why text;
            begin
              update plain.account
              set entries = entries + 1, available = available + change,
                  credited = credited + greatest(change, 0)
              where member_id = m and currency = 'points' and available + change >= 0
              returning entries, available into number, after;
              if not found then
                return -1;
              end if;
              update plain.lot
              set free = free + change, original = original + greatest(change, 0)
              where member_id = m and currency = 'points' and lot_no = 1;
              if change > 0 then
                why := 'exp_' || lpad(to_hex(nextval('plain.reasons')), 12, '0')
                  || substr(replace(gen_random_uuid()::text, '-', ''), 13);
                insert into plain.explanation (id, body, kept_at)
                values (why, jsonb_build_object('reasons', '[]'::jsonb, 'sentence',
                  jsonb_build_object('en', 'credited by the benchmark', 'zh', '基准测试')), now());
              end if;
              insert into plain.entry
                (member_id, currency, entry_no, kind, reference, asked, amount, source, last_day,
                 explanation_id, spendable_after, posted_at, available_change, issuance_change,
                 redemption_change, lot_nos, lot_amounts)
              values (m, 'points', number, case when change > 0 then 'CREDIT' else 'SPEND' end, ref,
                      abs(change), abs(change),
                      case when change > 0 then 'travel' else 'bench' end,
                      case when change > 0 then date '2030-12-31' end, why, after, now(), change,
                      case when change > 0 then -change end, case when change < 0 then -change end,
                      array[1], array[-change]);
              insert into plain.fact (type, subject, occurred_at, recorded_at, body)
              values (case when change > 0 then 'wallet.PointsCredited' else 'wallet.PointsSpent' end,
                      m, now(), now(),
                      jsonb_build_object('memberId', m, 'currency', 'points', 'amount', abs(change),
                        'reference', ref, 'source', 'bench', 'occurredAt', now())
                      || case when change > 0
                           then jsonb_build_object('expiresOn', '2030-12-31', 'explanationId', why)
                           else '{}'::jsonb end);
              return number;
            end $$
            """;
}
