import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, versionOf, type AttributeDefinition, type Segment } from '@waystation/client'
import { dictionary, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { Builder } from './builder'
import { completePart, emptyGroup, fromJson, isComplete, leafCount, negates, toJson, type Group } from './condition'
import { DailyCard } from './daily'
import { useLiveCount } from './live-count'
import { BuildNotice, LastBuilt } from './segment-build'
import { CountCard, FacesCard } from './segment-cards'
import { ChangesCard } from './segment-changes'
import { OverlapCard } from './segment-overlap'
import { SegmentPeople } from './segment-people'
import { SegmentMark } from './segments'

const texts = dictionary(
  {
    create: '新建人群', title: (name: string) => `人群：${name}`, purpose: '条件改动即重新计数；人数随事件实时变化。', name: '给人群起个名字', save: '存为草稿', saveAs: '另存为新人群', publish: '发布', saved: '已存为草稿', published: '已发布，开始随事件更新',
    start: '加一个条件，这里会用一句话说出选的是谁。', foot: (members: string, n: number, millis: string) => `${members} 会员 · ${n} 个条件 · 计数用时 ${millis} 毫秒`, footShort: (n: number, millis: string) => `${n} 个条件 · 计数用时 ${millis} 毫秒`, counting: '正在计数', negation: (members: string) => `“没有”“都不”是在全部 ${members} 位会员里看，没有记录的会员也算在内；条件的先后不影响结果。`, changed: '你改了条件。“换用新条件”会算出进出的会员并换版，不会触发旅程；也可以另存为新人群。', replace: '换用新条件', building: '新条件开始计算',
  },
  {
    create: 'New segment', title: (name: string) => `Segment: ${name}`, purpose: 'Every change counts again; membership follows events.', name: 'Name the segment', save: 'Save draft', saveAs: 'Save as new segment', publish: 'Publish', saved: 'Saved as draft', published: 'Published; it now follows events',
    start: 'Add a condition, and this line will say who is selected.', foot: (members: string, n: number, millis: string) => `${members} members · ${n} conditions · counted in ${millis} ms`, footShort: (n: number, millis: string) => `${n} conditions · counted in ${millis} ms`, counting: 'Counting', negation: (members: string) => `“None” and “did not” look at all ${members} members, those without any record too; the order of conditions makes no difference.`, changed: 'You changed the condition. “Use this condition” finds who comes and goes and makes it the next version, without starting journeys; or save it as a new segment.', replace: 'Use this condition', building: 'The new condition is being built',
  },
)

export default function SegmentScreen() {
  const { id } = useParams()
  const attributes = useQuery({ queryKey: ['attributes'], queryFn: async () => itemsOf(await api.attributes()), staleTime: 600_000 })
  const segment = useQuery({ queryKey: ['segment', id], queryFn: () => api.segment(id!), enabled: id !== undefined, refetchInterval: (query) => (query.state.data?.building && !query.state.data.building.failedAt ? 2_000 : false) })
  const failed = attributes.error ?? segment.error
  if (failed) return <ErrorState error={failed} onRetry={() => void (attributes.error ? attributes.refetch() : segment.refetch())} />
  if (!attributes.data || (id !== undefined && !segment.data)) return <SkeletonBlock height={460} />
  return <Editor key={id ?? 'new'} attributes={attributes.data} segment={segment.data ?? null} />
}

function Editor({ attributes, segment }: { attributes: AttributeDefinition[]; segment: Segment | null }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [name, setName] = useState(segment ? say(segment.name) : '')
  const [group, setGroup] = useState<Group>(() => (segment ? fromJson(segment.condition) : emptyGroup()))
  const original = segment ? fromJson(segment.condition) : emptyGroup()
  const changed = JSON.stringify(toJson(group)) !== JSON.stringify(toJson(original))
  const live = useLiveCount(group)
  const part = completePart(group)
  const mayWrite = staff.may('segments.write')
  const tell = { onError: (error: unknown) => void message.error(problemText(error)) }

  const save = useAction(
    (input: { name: string; condition: ReturnType<typeof toJson> }, key) => api.createSegment(input, key),
    (saved) => {
      void message.success(t.saved)
      void client.invalidateQueries({ queryKey: ['segments'] })
      void navigate(`/segments/${encodeURIComponent(saved.id)}`)
    },
  )
  const renew = () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'segment' || query.queryKey[0] === 'segments' })
  const publish = useEdit({
    version: versionOf(segment),
    send: (segmentId: string, version, key) => api.publishSegment(segmentId, version, key),
    latest: async () => (segment ? versionOf(await api.segment(segment.id)) : undefined),
    reload: renew,
    after: () => {
      void message.success(t.published)
      renew()
    },
  })
  const replace = useEdit({
    version: versionOf(segment),
    send: (condition: ReturnType<typeof toJson>, version, key) => api.editSegment(segment?.id ?? '', condition, version, key),
    latest: async () => (segment ? versionOf(await api.segment(segment.id)) : undefined),
    reload: renew,
    after: () => {
      void message.success(t.building)
      renew()
    },
  })
  const building = segment?.building
  const underWay = Boolean(building && !building.failedAt)
  const ready = isComplete(group) && name.trim() !== ''
  const actions = mayWrite && (
    <>
      {(!segment || changed) && (
        <Button type={segment ? 'default' : 'primary'} disabled={!ready} loading={save.isPending} onClick={() => save.mutate({ name: name.trim(), condition: toJson(group) }, tell)}>
          {segment ? t.saveAs : t.save}
        </Button>
      )}
      {segment && segment.state === 'published' && changed && (
        <Button type="primary" disabled={!isComplete(group) || underWay} loading={replace.pending} onClick={() => replace.save(toJson(group), tell)}>
          {t.replace}
        </Button>
      )}
      {segment && segment.state !== 'published' && !changed && (
        <Button type="primary" loading={publish.pending} onClick={() => publish.save(segment.id, tell)}>
          {t.publish}
        </Button>
      )}
    </>
  )
  const shownName = segment ? t.title(say(segment.name)) : t.create
  const conditions = leafCount(group)
  const millis = live.count ? formats.count(live.count.tookMillis) : ''
  const universe = live.count?.universe

  return (
    <Page
      title={segment ? <span className="title-marked">{shownName} <SegmentMark state={segment.state} /></span> : t.create}
      name={shownName}
      purpose={t.purpose}
      actions={actions}
    >
      {publish.notice}
      {replace.notice}
      <BuildNotice building={building ?? null} />
      <div className="columns">
        <div className="stack">
          <section className="w-card">
            {(!segment || changed) && mayWrite && (
              <Input size="large" variant="borderless" className="segment-name" value={name} placeholder={t.name} aria-label={t.name} maxLength={60} onChange={(event) => setName(event.target.value)} />
            )}
            <p className="w-sentence" aria-live="polite">
              {live.count ? say(live.count.sentence) : segment?.sentence && !changed ? say(segment.sentence) : t.start}
            </p>
            <Builder group={group} onChange={setGroup} attributes={attributes} leaves={live.counting ? [] : (live.count?.leaves ?? [])} total={live.counting ? null : (live.count?.count ?? null)} readOnly={!mayWrite} />
            <p className="w-quiet num" style={{ marginTop: 8, minHeight: 20 }} role="status">
              {live.counting ? t.counting : live.count ? (universe ? t.foot(formats.count(universe), conditions, millis) : t.footShort(conditions, millis)) : ''}
            </p>
            {universe && negates(group) && <p className="w-quiet num">{t.negation(formats.count(universe))}</p>}
            {segment?.built && <LastBuilt built={segment.built} />}
            {segment?.state === 'published' && changed && <p className="w-quiet">{t.changed}</p>}
            {live.error !== null && <ErrorState error={live.error} kept />}
          </section>
          {segment && segment.state === 'published' && <SegmentPeople segmentId={segment.id} name={say(segment.name)} />}
          {segment && segment.state === 'published' && <ChangesCard segmentId={segment.id} />}
        </div>
        <div className="stack">
          <CountCard live={live} condition={live.counting || part === null ? null : toJson(part)} />
          <OverlapCard condition={part === null ? null : toJson(part)} own={changed ? null : (segment?.id ?? null)} />
          {segment?.daily && segment.daily.length > 0 && <DailyCard daily={segment.daily} />}
          {live.count?.faces && <FacesCard faces={live.count.faces} />}
        </div>
      </div>
    </Page>
  )
}
