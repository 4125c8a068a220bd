import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf, type Journey, type JourneyNode } from '@waystation/client'
import { dictionary, Drawer, ErrorState, Figure, SkeletonBlock, SkeletonRows, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useNow, useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { Canvas, canvasTexts, counterOf } from './canvas'
import { readLength } from './journey-graph'
import { JourneyMark } from './journeys'

const texts = dictionary(
  {
    name: (name: string) => `旅程：${name}`, purpose: (version: number) => `第 ${version} 版。进行中的会员走他进入时的那一版。`, edit: '编辑', review: '核对', publish: '发布', resume: '恢复', pause: '暂停', pauseTitle: '暂停这个旅程？', pauseEffect: '进行中的会员停在原地，不再发消息；恢复后继续。', keep: '不暂停', stop: '停止', stopTitle: '停止这个旅程？', stopEffect: '马上没有人再进入或前进；进行中的会员全部离开（人多时在后台逐批进行），还没发出的消息收回。停止后只能重新发布，已离开的人不会回来。', keepGoing: '不停止', stopped: '已停止',
    enrolled: '参与', active: '进行中', completed: '走完', converted: '达成目标', problems: '发布前要改的', settings: '设置', people: '人', where: '人都走到哪一步了？', probe: '看一位会员走到哪里', probeHint: '会员号', rehearse: '让一位会员试走', rehearsal: '按草稿试走，时间是模拟的，什么也不会发出、记下。', rehearsedTo: '走到', gate: '发送检查', path: '走过的步骤', nobody: '这位会员不在这个旅程里。', member: '会员', open: '打开会员', done: '已发布', paused: '已暂停', states: { waiting: '等待中', active: '进行中', awaiting: '等待中', due: '即将继续', converted: '达成目标', departed: '已结束', left: '已结束', done: '已结束' }, counters: '这一步的人数',
  },
  {
    name: (name: string) => `Journey: ${name}`, purpose: (version: number) => `Version ${version}. Members inside walk the version they entered.`, edit: 'Edit', review: 'Review', publish: 'Publish', resume: 'Resume', pause: 'Pause', pauseTitle: 'Pause this journey?', pauseEffect: 'Members inside stay where they are and get no message; they go on after resuming.', keep: 'Keep running', stop: 'Stop', stopTitle: 'Stop this journey?', stopEffect: 'At once nobody enters or moves; everybody inside leaves, page by page in the background when they are many, and messages not sent yet are taken back. It can only be published anew; those who left do not come back.', keepGoing: 'Do not stop', stopped: 'Stopped',
    enrolled: 'Enrolled', active: 'Inside', completed: 'Completed', converted: 'Reached the goal', problems: 'To mend before publishing', settings: 'Settings', people: 'people', where: 'How far has everybody come?', probe: 'See how far one member has come', probeHint: 'Member number', rehearse: 'Rehearse with a member', rehearsal: 'The draft, on a simulated clock; nothing is sent or kept.', rehearsedTo: 'Came to', gate: 'Send gate', path: 'Steps walked', nobody: 'This member is not in this journey.', member: 'Member', open: 'Open member', done: 'Published', paused: 'Paused', states: { waiting: 'waiting', active: 'inside', awaiting: 'waiting', due: 'about to go on', converted: 'reached the goal', departed: 'ended', left: 'ended', done: 'ended' }, counters: 'People at this step',
  },
)

/** Enter opens a drawer, whose close button must not hear the rest of the same key. */
const asking = (open: (member: string) => void) => (asked: string, event?: { preventDefault(): void }) => {
  event?.preventDefault()
  open(asked.trim())
}

export default function JourneyScreen() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const { id = '' } = useParams()
  const [step, setStep] = useState<JourneyNode | null>(null)
  const [member, setMember] = useState('')
  const [rehearsed, setRehearsed] = useState('')
  const journey = useQuery({ queryKey: ['journey', id], queryFn: () => api.journey(id), refetchInterval: 5_000 })
  if (journey.error) return <ErrorState error={journey.error} onRetry={() => void journey.refetch()} />
  if (!journey.data) return <SkeletonBlock height={480} />
  const j = journey.data
  const figures: [string, number | null | undefined][] = [[t.enrolled, j.enrolled], [t.active, j.active], [t.completed, j.completed], [t.converted, j.converted]]
  return (
    <Page
      title={<span className="title-marked">{t.name(say(j.name))} <JourneyMark state={j.state} /></span>}
      name={say(j.name)}
      purpose={t.purpose(j.version)}
      actions={<Actions journey={j} />}
    >
      <div className="figures">
        {figures.filter(([, value]) => typeof value === 'number').map(([label, value]) => (
          <Figure key={label} label={label} value={formats.count(value ?? 0)} unit={t.people} />
        ))}
      </div>
      {j.problems && j.problems.length > 0 && <Problems journey={j} />}
      <section className="w-card">
        <h2 className="card-title">
          {t.where}
          <span className="row-actions canvas-asks">
            <Input.Search enterButton={t.probe} placeholder={t.probeHint} aria-label={t.probe} onSearch={asking(setMember)} />
            <Input.Search enterButton={t.rehearse} placeholder={t.probeHint} aria-label={t.rehearse} onSearch={asking(setRehearsed)} />
          </span>
        </h2>
        <Canvas journey={j} onOpen={setStep} />
      </section>
      <StepDrawer step={step} journey={j} onClose={() => setStep(null)} />
      <MemberPath journey={j} member={member} onClose={() => setMember('')} />
      <Rehearsal journey={j} member={rehearsed} onClose={() => setRehearsed('')} />
    </Page>
  )
}

function Actions({ journey }: { journey: Journey }) {
  const t = useTexts(texts)
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const staff = useStaff()
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'journey' || query.queryKey[0] === 'journeys' })
  const steps = { publish: api.publishJourney, pause: api.pauseJourney, resume: api.resumeJourney, stop: api.stopJourney }
  const edit = useEdit({
    version: versionOf(journey),
    send: (step: keyof typeof steps, version, key) => steps[step](journey.id, version, key),
    latest: async () => versionOf(await api.journey(journey.id)),
    reload: refresh,
    after: (now) => {
      refresh()
      void message.success(now.state === 'paused' ? t.paused : now.state === 'stopped' ? t.stopped : t.done)
    },
  })
  const tell = { onError: (error: unknown) => void message.error(problemText(error)) }
  if (!staff.may('journeys.write')) return null
  const own = `/journeys/${encodeURIComponent(journey.id)}`
  const sends = journey.graph.nodes.some((node) => node.kind === 'message')
  const toForm = (
    <>
      {sends && journey.state !== 'published' && <Link to={`${own}/launch`}><Button>{t.review}</Button></Link>}
      <Link to={`${own}/edit`}>
        <Button>{t.edit}</Button>
      </Link>
    </>
  )
  const stop = (
    <Button danger loading={edit.pending} onClick={() => modal.confirm({ title: t.stopTitle, content: t.stopEffect, okText: t.stop, okButtonProps: { danger: true }, cancelText: t.keepGoing, onOk: () => edit.save('stop', tell) })}>
      {t.stop}
    </Button>
  )
  if (journey.state === 'published') {
    return (
      <>
        {edit.notice}
        {toForm}
        {stop}
        <Button loading={edit.pending} onClick={() => modal.confirm({ title: t.pauseTitle, content: t.pauseEffect, okText: t.pause, cancelText: t.keep, onOk: () => edit.save('pause', tell) })}>
          {t.pause}
        </Button>
      </>
    )
  }
  return (
    <>
      {edit.notice}
      {toForm}
      {journey.state === 'paused' && stop}
      <Button type="primary" loading={edit.pending} onClick={() => edit.save(journey.state === 'paused' ? 'resume' : 'publish', tell)}>
        {journey.state === 'paused' ? t.resume : t.publish}
      </Button>
    </>
  )
}

function StepDrawer({ step, journey, onClose }: { step: JourneyNode | null; journey: Journey; onClose(): void }) {
  const t = useTexts(texts)
  const c = useTexts(canvasTexts)
  const { say, formats } = useAppearance()
  const counter = step ? counterOf(journey.counters, step.id) : undefined
  const settingOf = useSettingText()
  const rows: [string, number | undefined][] = [[c.entered, counter?.entered], [c.waiting, counter?.waiting], [c.done, counter?.done], [c.left, counter?.left], [c.withheld, counter?.withheld], [c.failed, counter?.failed], [c.converted, counter?.converted]]
  return (
    <Drawer open={step !== null} onClose={onClose} eyebrow={step ? (c.kinds[step.kind.toLowerCase() as keyof typeof c.kinds] ?? step.kind) : ''} title={say(step?.label)}>
      <h3 className="drawer-title">{t.counters}</h3>
      <ul className="plain-list">
        {rows.map(([label, value]) => (
          <li key={label}>
            <span>{label}</span>
            <b className="num">{typeof value === 'number' ? formats.count(value) : '—'}</b>
          </li>
        ))}
      </ul>
      {step?.settings && Object.keys(step.settings).length > 0 && (
        <>
          <h3 className="drawer-title">{t.settings}</h3>
          <ul className="plain-list">
            {Object.entries(step.settings).map(([key, value]) => (
              <li key={key}>
                <span className="w-quiet">{wordFor(c.settingNames, key)}</span>
                <span>{settingOf(key, value)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}

/** A setting in words where it has some. */
function useSettingText(): (key: string, value: unknown) => string {
  const c = useTexts(canvasTexts)
  const { say } = useAppearance()
  const templates = useQuery({ queryKey: ['message-templates'], queryFn: api.messageTemplates, staleTime: 600_000 })
  return (key, value) => {
    if (key === 'template') return say(templates.data?.find((one) => one.code === value)?.title) || String(value)
    const length = readLength(value)
    if (length) return c.lengths[length.unit](length.amount)
    return typeof value === 'string' ? wordFor(c.values, value) : typeof value === 'boolean' ? (value ? c.yes : c.no) : JSON.stringify(value)
  }
}

function Problems({ journey }: { journey: Journey }) {
  const t = useTexts(texts)
  const c = useTexts(canvasTexts)
  const { say } = useAppearance()
  const nameOf = (id: string) => say(journey.graph?.nodes.find((node) => node.id === id)?.label) || id
  return (
    <section className="verdict is-attention" style={{ marginBottom: 16 }}>
      <b>{t.problems}</b>
      <ul className="faults">
        {(journey.problems ?? []).map((problem, index) => (
          <li key={index}>
            <b>{nameOf(problem.node)}</b>: {wordFor(c.problems, problem.kind)} {problem.value && problem.value !== problem.node && <code>{problem.value}</code>} <span className="w-quiet">{wordFor(c.remedies, problem.kind)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MemberPath({ journey, member, onClose }: { journey: Journey; member: string; onClose(): void }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const now = useNow()
  const found = useQuery({ queryKey: ['enrolments', journey.id, member], queryFn: () => api.enrolments(journey.id, { member }), enabled: member !== '' })
  const nameOf = (id: string) => say(journey.graph?.nodes.find((node) => node.id === id)?.label) || id
  const enrolments = found.data?.items ?? []
  return (
    <Drawer open={member !== ''} onClose={onClose} eyebrow={t.member} title={member}>
      {found.error ? <ErrorState error={found.error} /> : !found.data ? <SkeletonRows rows={4} /> : enrolments.length === 0 ? <p>{t.nobody}</p> : null}
      {enrolments.map((enrolment) => (
        <div key={enrolment.id}>
          <p className="w-sentence">
            {nameOf(enrolment.node)} · {wordFor(t.states, enrolment.state)}
          </p>
          {enrolment.path.length > 0 && (
            <>
              <h3 className="drawer-title">{t.path}</h3>
              <ul className="plain-list">
                {enrolment.path.map((walked, index) => (
                  <li key={index}>
                    <span>
                      {nameOf(walked.node)} <span className="w-quiet num">{formats.near(walked.at, now)}</span>
                    </span>
                    <Why subject={nameOf(walked.node)} explanation={walked.why} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <Link to={`/members/${encodeURIComponent(enrolment.memberId)}`}>{t.open}</Link>
        </div>
      ))}
    </Drawer>
  )
}

/** The draft walked by one member on a clock of its own. */
function Rehearsal({ journey, member, onClose }: { journey: Journey; member: string; onClose(): void }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const now = useNow()
  const walk = useQuery({ queryKey: ['rehearsal', journey.id, journey.version, member], queryFn: () => api.rehearseJourney(journey.id, member), enabled: member !== '', gcTime: 0 })
  const nameOf = (id: string) => say(journey.graph?.nodes.find((node) => node.id === id)?.label) || id
  return (
    <Drawer open={member !== ''} onClose={onClose} eyebrow={t.rehearse} title={member}>
      <p className="w-quiet">{t.rehearsal}</p>
      {walk.error ? <ErrorState error={walk.error} /> : !walk.data ? <SkeletonRows rows={4} /> : null}
      {walk.data && (
        <>
          <p className="w-sentence">
            {t.rehearsedTo} {formats.near(walk.data.endedAt, now)} · {wordFor(t.states, walk.data.state)}
          </p>
          <ul className="plain-list">
            {walk.data.steps.map((step, index) => (
              <li key={index}>
                <span>
                  {nameOf(step.node)} <span className="w-quiet num">{formats.near(step.at, now)}</span>
                  <br />
                  <span className="w-quiet">{say(step.why.sentence)}{step.gate ? ` · ${t.gate}: ${say(step.gate.sentence)}` : ''}</span>
                </span>
                <Why subject={nameOf(step.node)} explanation={step.gate ?? step.why} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}
