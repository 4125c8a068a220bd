import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction, type Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api } from '../data/api'
import { usePointBalance, useTravellers } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'

type AwardSeat = Shapes['awards.AwardViews.AwardSeat']

export const awardWords = dictionary(
  {
    entry: '积分兑换车票', see: '去看看', title: '积分兑换车票', available: (n: string) => `可用 ${n} 积分`, hint: '席位分批开放，开车前未兑换的转回售票', none: '现在没有可兑换的车次', noneHint: '开放新车次后会列在这里', left: (n: string) => `余 ${n} 席`, gone: '暂无', who: '给谁兑换', take: (points: string) => `用 ${points} 积分兑换`, short: (n: string) => `还差 ${n} 积分`, taking: '正在兑换', limit: (n: string) => `每人每趟最多 ${n} 席`, adult: '成人',
  },
  {
    entry: 'Seats for points', see: 'Have a look', title: 'Seats for points', available: (n: string) => `${n} points to use`, hint: 'Seats open in waves; what nobody takes returns to sale before departure', none: 'No train for points now', noneHint: 'New ones will be listed here', left: (n: string) => `${n} left`, gone: 'None now', who: 'Who travels', take: (points: string) => `Get it for ${points} points`, short: (n: string) => `${n} points short`, taking: 'Getting it', limit: (n: string) => `${n} a member and train at most`, adult: 'adult',
  },
)

/** Trips that points buy, of one train or of all. */
export function Awards() {
  const t = useTexts(awardWords)
  const { formats } = useAppearance()
  const balance = usePointBalance()?.amount ?? 0
  const run = useSearchParams()[0].get('run')
  const seats = useQuery({ queryKey: ['award-seats', run], queryFn: () => api.awardSeats(run), refetchInterval: 20_000 })
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Page title={t.title} back="/benefits">
      <p className="m-quiet num">{t.available(formats.count(balance))}</p>
      <p className="m-quiet">{t.hint}</p>
      <Asked of={seats}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.none} hint={t.noneHint} />
          ) : (
            <>
              {items.map((one) => {
                const id = `${one.runId} ${one.seatClass} ${one.from.call} ${one.to.call}`
                return <AwardCard key={id} seat={one} balance={balance} open={open === id || items.length === 1} onOpen={() => setOpen(id)} />
              })}
            </>
          )
        }
      </Asked>
    </Page>
  )
}

function AwardCard({ seat, balance, open, onOpen }: { seat: AwardSeat; balance: number; open: boolean; onOpen(): void }) {
  const t = useTexts(awardWords)
  const w = useTexts(words)
  const { say, formats } = useAppearance()
  const subject = `${seat.trainCode} ${wordFor(w.classes, seat.seatClass)}`
  return (
    <section className="m-card">
      <div className="m-between">
        <b>{`${say(seat.from.name)} → ${say(seat.to.name)}`}</b>
        <span className={`m-tag${seat.left > 0 ? '' : ' m-quiet'}`}>{seat.left > 0 ? t.left(formats.count(seat.left)) : t.gone}</span>
      </div>
      <p className="m-quiet num">{`${subject} · ${formats.dateTime(seat.from.time)} – ${formats.time(seat.to.time)}`}</p>
      <div className="m-between">
        <b className="num">{formats.points(seat.points)}</b>
        {seat.why ? (
          <Why subject={subject} explanation={seat.why} />
        ) : open ? null : (
          <button type="button" className="m-second" onClick={onOpen}>
            {seat.points > balance ? t.short(formats.count(seat.points - balance)) : t.see}
          </button>
        )}
      </div>
      {seat.why && <p className="m-quiet">{say(seat.why.sentence)}</p>}
      {open && !seat.why && <Take seat={seat} balance={balance} />}
    </section>
  )
}

/** One seat, one traveller, one order: it is paid the moment it is taken. */
function Take({ seat, balance }: { seat: AwardSeat; balance: number }) {
  const t = useTexts(awardWords)
  const { formats } = useAppearance()
  const go = useNavigate()
  const queries = useQueryClient()
  const travellers = useTravellers()
  const [who, setWho] = useState<string | null>(null)
  const chosen = who ?? travellers.data?.find((one) => one.self)?.id ?? null
  const take = useAction(
    api.takeAward,
    (order) => {
      for (const name of ['trips', 'points', 'tier']) void queries.invalidateQueries({ queryKey: [name] })
      void go(`/orders/${order.id}`)
    },
    () => void queries.invalidateQueries({ queryKey: ['award-seats'] }),
  )
  const wish = (travellerId: string) => ({ runId: seat.runId, fromCall: seat.from.call, toCall: seat.to.call, seatClass: seat.seatClass, travellerId })
  return (
    <fieldset className="m-plain">
      <legend>{t.who}</legend>
      <Asked of={travellers}>
        {(all) => (
          <ul className="m-list">
            {all.map((one) => (
              <li key={one.id}>
                <label className="m-check">
                  <input type="radio" name={`award-${seat.runId}`} checked={chosen === one.id} onChange={() => setWho(one.id)} />
                  {one.name}
                </label>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <p className="m-quiet">{t.limit(formats.count(seat.memberLimit))}</p>
      {take.error && <ErrorState error={take.error} kept />}
      <button type="button" className="m-primary" disabled={!chosen || take.isPending || seat.points > balance} onClick={() => chosen && take.mutate(wish(chosen))}>
        {take.isPending ? t.taking : seat.points > balance ? t.short(formats.count(seat.points - balance)) : t.take(formats.count(seat.points))}
      </button>
    </fieldset>
  )
}
