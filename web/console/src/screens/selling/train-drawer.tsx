import { useQuery } from '@tanstack/react-query'
import type { Train } from '@waystation/client'
import { dictionary, Drawer, ErrorState, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button } from 'antd'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { sellingWords, useClockText, usePlaceName } from './words'

const texts = dictionary(
  { calls: '停靠', seats: '席位', board: '打开放票台', seatCount: (n: string) => `${n} 座`, stop: (n: number) => `停 ${n} 分`, noRun: '这一天不开行。换一个日期再看停靠与席位。' },
  { calls: 'Calls', seats: 'Seats', board: 'Open release board', seatCount: (n: string) => `${n} seats`, stop: (n: number) => `${n} min stop`, noRun: 'It does not run on this date. Choose another date to see calls and seats.' },
)

export function TrainDrawer({ train, date, onClose }: { train: Train | null; date: string; onClose(): void }) {
  const t = useTexts(texts)
  const place = usePlaceName()
  const { formats } = useAppearance()
  return (
    <Drawer open={train !== null} onClose={onClose} eyebrow={formats.date(date)} title={train ? `${train.code}  ${place(train.from)} → ${place(train.to)}` : ''}>
      {train && (train.runId ? <RunView runId={train.runId} /> : <p className="w-quiet">{t.noRun}</p>)}
    </Drawer>
  )
}

function RunView({ runId }: { runId: string }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const staff = useStaff()
  const clock = useClockText()
  const { language, formats } = useAppearance()
  const run = useQuery({ queryKey: ['run', runId], queryFn: () => api.run(runId) })
  if (run.error) return <ErrorState error={run.error} onRetry={() => void run.refetch()} />
  if (!run.data) return <SkeletonBlock height={320} />
  const calls = run.data.calls
  return (
    <>
      <h3 className="drawer-title">{t.calls}</h3>
      <ol className="calls">
        {calls.map((call, index) => {
          const stop = minutesBetween(call.arrives, call.departs)
          return (
            <li key={call.index}>
              <span className="num calls-time">{clock(index === 0 ? call.departs : call.arrives)}</span>
              <span>{language === 'zh' ? call.nameZh : call.nameEn || call.nameZh}</span>
              <span className="w-quiet num">{index > 0 && index < calls.length - 1 && stop > 0 ? t.stop(stop) : ''}</span>
            </li>
          )
        })}
      </ol>
      <h3 className="drawer-title">{t.seats}</h3>
      <ul className="plain-list">
        {run.data.classes.map((offer) => (
          <li key={offer.seatClass}>
            <span>{wordFor(s.classes, offer.seatClass)}</span>
            <span className="num">{t.seatCount(formats.count(offer.seatCount))}</span>
          </li>
        ))}
      </ul>
      {staff.may('release.read') && (
        <Link to={`/release/${encodeURIComponent(runId)}`}>
          <Button type="primary">{t.board}</Button>
        </Link>
      )}
    </>
  )
}

function minutesBetween(from: string, to: string): number {
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000
  return Number.isFinite(minutes) ? Math.round(minutes) : 0
}
