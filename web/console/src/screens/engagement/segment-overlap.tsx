import { useQuery } from '@tanstack/react-query'
import { itemsOf } from '@waystation/client'
import { dictionary, ErrorState, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'

const texts = dictionary(
  { title: '和别的人群重叠多少？', choose: '选最多 3 个人群', this: '这个人群', only: (name: string) => `只在${name}`, both: (names: string) => `同在${names}`, and: '、', any: (n: string) => `合起来 ${n} 人`, all: (n: string) => `都在的 ${n} 人`, none: '写下条件后可以比较。', share: (percent: string) => `占这个人群的 ${percent}` },
  { title: 'How much do segments overlap?', choose: 'Choose up to 3 segments', this: 'this segment', only: (name: string) => `only in ${name}`, both: (names: string) => `in ${names}`, and: ' and ', any: (n: string) => `${n} members in any`, all: (n: string) => `${n} in all of them`, none: 'Write a condition to compare it.', share: (percent: string) => `${percent} of this segment` },
)

const draft = 'draft'

/** Members of every combination of this condition and up to three segments, counted by bitmaps. */
export function OverlapCard({ condition, own }: { condition: Record<string, unknown> | null; own: string | null }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const [chosen, setChosen] = useState<string[]>([])
  const all = useQuery({ queryKey: ['segments-published'], queryFn: async () => itemsOf(await api.segments({ limit: 200 })).filter((one) => one.state === 'published') })
  const overlap = useQuery({
    queryKey: ['segment-compare', JSON.stringify(condition), chosen],
    queryFn: ({ signal }) => api.compareSegments(condition ?? {}, chosen, signal),
    enabled: condition !== null && chosen.length > 0,
    placeholderData: (before) => before,
  })
  const others = (all.data ?? []).filter((one) => one.id !== own)
  const nameOf = (id: string) => (id === draft ? t.this : say(all.data?.find((one) => one.id === id)?.name) || id)
  const regions = overlap.data?.regions ?? []
  const most = Math.max(...regions.map((region) => region.count), 1)
  const mine = overlap.data?.sizes[draft] ?? 0
  return (
    <section className="w-card" aria-label={t.title} aria-busy={overlap.isFetching}>
      <h2 className="card-title">{t.title}</h2>
      {condition === null ? (
        <p className="w-quiet">{t.none}</p>
      ) : (
        <Select
          mode="multiple"
          maxCount={3}
          aria-label={t.choose}
          placeholder={t.choose}
          style={{ width: '100%' }}
          value={chosen}
          loading={all.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map((one) => ({ value: one.id, label: say(one.name) }))}
          onChange={setChosen}
        />
      )}
      {overlap.error ? (
        <ErrorState error={overlap.error} onRetry={() => void overlap.refetch()} />
      ) : condition === null || chosen.length === 0 ? null : !overlap.data ? (
        <SkeletonRows rows={3} />
      ) : (
        <>
          <ul className="overlap">
            {regions.map((region) => (
              <li key={region.segments.join()}>
                <span>{region.segments.length === 1 ? t.only(nameOf(region.segments[0]!)) : t.both(region.segments.map(nameOf).join(t.and))}</span>
                <span className="overlap-track"><i style={{ width: `${(region.count / most) * 100}%` }} className={region.segments.length > 1 ? 'is-shared' : ''} /></span>
                <b className="num" title={region.segments.includes(draft) && mine > 0 ? t.share(formats.percent(region.count / mine)) : undefined}>{formats.count(region.count)}</b>
              </li>
            ))}
          </ul>
          <p className="w-quiet num" role="status">{t.all(formats.count(overlap.data.inAll))} · {t.any(formats.count(overlap.data.inAny))}</p>
        </>
      )}
    </section>
  )
}
