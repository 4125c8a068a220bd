import type { Segment } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Link } from 'react-router'

const texts = dictionary(
  {
    running: (version: number, since: string) => `第 ${version} 版条件自 ${since} 起正在计算；算完之前，人数和成员仍按现在这一版。`,
    failed: (version: number, at: string) => `第 ${version} 版条件在 ${at} 没有算成，现在这一版照常使用。`, why: '原因', again: '可以再试一次，或先改条件。', jobs: '查看任务', far: (looked: string, of: string) => `已看 ${looked} / ${of} 位会员`, built: (at: string, took: string, looked: string) => `上次建好：${at}，用时 ${took}，看了 ${looked} 位会员`, millis: (n: string) => `${n} 毫秒`, seconds: (n: string) => `${n} 秒`,
  },
  {
    running: (version: number, since: string) => `Version ${version} has been building since ${since}; until it is done, count and members are those of the present version.`,
    failed: (version: number, at: string) => `Version ${version} could not be built at ${at}; the present version stays in use.`, why: 'Cause', again: 'Try again, or change the condition first.', jobs: 'Show jobs', far: (looked: string, of: string) => `looked at ${looked} of ${of} members`, built: (at: string, took: string, looked: string) => `Last built ${at} in ${took}, looking at ${looked} members`, millis: (n: string) => `${n} ms`, seconds: (n: string) => `${n} s`,
  },
)

/** The next condition in the making, or that it could not be made. */
export function BuildNotice({ building }: { building: Segment['building'] }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  if (!building) return null
  return (
    <div className="verdict is-attention" style={{ marginBottom: 16 }} role={building.failedAt ? 'alert' : 'status'}>
      <span>
        {building.failedAt ? `${t.failed(building.version, formats.dateTime(building.failedAt))} ${t.why}: ${building.failure ?? ''}. ${t.again}` : t.running(building.version, formats.dateTime(building.startedAt))}{' '}
        {!building.failedAt && <span className="num">{t.far(formats.count(building.looked), formats.count(building.universe))} </span>}
        <Link to="/jobs">{t.jobs}</Link>
      </span>
      {!building.failedAt && <progress className="build-progress" value={building.looked} max={Math.max(building.universe, 1)} />}
    </div>
  )
}

/** When the segment was last built, and how long that took. */
export function LastBuilt({ built }: { built: NonNullable<Segment['built']> }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const took = built.tookMillis < 1_000 ? t.millis(formats.count(built.tookMillis)) : t.seconds(formats.count(Math.round(built.tookMillis / 1_000)))
  return <p className="w-quiet num">{t.built(formats.dateTime(built.at), took, formats.count(built.looked))}</p>
}
