import { EmptyState, useAppearance, useTexts, Why } from '@waystation/design'
import { usePointBalance, usePoints, useTier } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { TierLine } from './home'

export function Benefits() {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const tier = useTier()
  const points = usePoints()
  const available = usePointBalance()?.amount ?? 0
  return (
    <div className="m-page">
      <h1>{t.benefits}</h1>
      <section className="m-card">
        <Asked of={tier}>
          {(value) => (
            <>
              <div className="m-between">
                <b className="m-big">{say(value.name)}</b>
                <Why subject={say(value.name)} explanation={value.why} />
              </div>
              <TierLine tier={value} />
            </>
          )}
        </Asked>
      </section>
      <section className="m-card">
        <span className="m-quiet">{t.available}</span>
        <p className="m-big num">{formats.points(available)}</p>
        <p className="m-quiet">{t.worth(formats.count(Math.floor(available / 100)))}</p>
      </section>
      <section className="m-card">
        <h2>{t.history}</h2>
        <Asked of={points}>
          {(value) =>
            value.postings.items.length === 0 ? (
              <EmptyState title={t.noPoints} hint={t.noPointsHint} />
            ) : (
              <ul className="m-list">
                {value.postings.items.map((one) => (
                  <li key={one.entryNo} className="m-between">
                    <span>
                      {say(one.label)}
                      <small className="m-quiet">{formats.dateTime(one.at)}</small>
                    </span>
                    <span className="num">
                      <b>{formats.signed(one.amount)}</b> <Why subject={`${t.points} ${formats.signed(one.amount)}`} explanation={one.why} />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </section>
      {points.data && points.data.lots.length > 0 && (
        <section className="m-card">
          <h2>{t.lots}</h2>
          <ul className="m-list">
            {points.data.lots
              .filter((lot) => lot.free > 0)
              .map((lot, index) => (
                <li key={`${lot.lastDay}-${index}`} className="m-between">
                  <span>{formats.date(lot.lastDay)}</span>
                  <b className="num">{formats.points(lot.free)}</b>
                </li>
              ))}
          </ul>
        </section>
      )}
    </div>
  )
}
