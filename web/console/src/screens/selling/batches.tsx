import type { BoardBatch } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { useNow } from '../../data/session'

const texts = dictionary(
  { amount: (n: string) => `+${n}`, done: '已放', due: '未到', now: '现在', seatsOf: (name: string, n: string) => `${name} +${n}` },
  { amount: (n: string) => `+${n}`, done: 'released', due: 'not yet', now: 'now', seatsOf: (name: string, n: string) => `${name} +${n}` },
)

const past = (batch: BoardBatch, now: string) => /released|done|past|open/i.test(batch.state) || (!!batch.at && batch.at <= now && !/plan|wait|due/i.test(batch.state))

/** The rhythm of a plan on one line: what has been released, where we are, what is to come. */
export function Batches({ batches }: { batches: BoardBatch[] }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const now = useNow()
  const doneCount = batches.filter((batch) => past(batch, now)).length
  return (
    <ol className="rhythm">
      {batches.map((batch, index) => {
        const done = index < doneCount
        return (
          <li key={index} className={done ? 'is-done' : ''}>
            <span className="rhythm-name">{batch.amount ? t.seatsOf(say(batch.name), formats.count(batch.amount)) : say(batch.name)}</span>
            <i aria-hidden="true" />
            <span className="num">{batch.at ? formats.dateTime(batch.at) : say(batch.trigger)}</span>
            <span className="w-quiet">{done ? t.done : t.due}</span>
          </li>
        )
      })}
    </ol>
  )
}
