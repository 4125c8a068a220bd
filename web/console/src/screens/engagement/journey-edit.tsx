import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf, type AttributeDefinition, type Journey, type JourneyDraft, type JourneyNode, type MessageTemplate } from '@waystation/client'
import { ErrorState, SkeletonBlock, useAppearance, useTexts, wordFor, type Said } from '@waystation/design'
import { ReactFlowProvider } from '@xyflow/react'
import { App, Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { canvasTexts } from './canvas'
import { Board, Palette } from './journey-board'
import { arranged, changed, connected, faultsOf, freshNode, inserted, moved, newStepId, placeFor, staysAs, takenOf, tidied, without, type Drawing, type Fault, type Kind } from './journey-graph'
import { LeadsTo, StepForm } from './journey-step-form'
import { journeyTexts as texts } from './journey-texts'
import { useLabels, usePortName } from './journey-names'
import { TriggerForm } from './journey-trigger'
import { useHistory } from './use-history'

/** What a branch can ask of a member; the rest of the catalogue is for segments. */
const askable = new Set(['age', 'senior', 'gender', 'city', 'verifiedStudent', 'joinedDaysAgo'])

/** All that one person edits here, and undo gives back. */
interface Doc {
  name: string
  trigger: Journey['trigger']
  reEntry: Journey['reEntry']
  drawing: Drawing
}

function fresh(): Doc {
  const { zh, en } = texts
  const label = (name: 'entry' | 'done'): Said => ({ zh: zh.labels[name], en: en.labels[name] })
  return {
    name: '',
    trigger: { fact: 'TripCompleted', when: {} },
    reEntry: { rule: 'once', days: 0 } as Journey['reEntry'],
    drawing: {
      nodes: [
        { id: 'start', kind: 'entry', label: label('entry'), x: 0, y: 0, settings: {} },
        { id: 'done', kind: 'exit', label: label('done'), x: 300, y: 0, settings: { goal: true } },
      ],
      edges: [{ from: 'start', to: 'done', port: 'next' }],
    },
  }
}

export default function JourneyEdit() {
  const { say } = useAppearance()
  const { id } = useParams()
  const [round, setRound] = useState(0)
  const journey = useQuery({ queryKey: ['journey', id], queryFn: () => api.journey(id!), enabled: id !== undefined })
  const templates = useQuery({ queryKey: ['message-templates'], queryFn: api.messageTemplates })
  const attributes = useQuery({ queryKey: ['attributes'], queryFn: async () => (await api.attributes()).items, staleTime: 600_000 })
  const failed = journey.error ?? templates.error ?? attributes.error
  if (failed) return <ErrorState error={failed} onRetry={() => void Promise.all([journey.refetch(), templates.refetch(), attributes.refetch()])} />
  if (!templates.data || !attributes.data || (id !== undefined && !journey.data)) return <SkeletonBlock height={480} />
  const j = journey.data
  const start: Doc = j ? { name: say(j.name), trigger: j.trigger, reEntry: j.reEntry, drawing: arranged(j.graph) } : fresh()
  return (
    <ReactFlowProvider>
      <Editor key={`${id ?? 'new'} ${round}`} journey={j ?? null} onReload={() => void journey.refetch().then(() => setRound(round + 1))} start={start} templates={templates.data} attributes={attributes.data.filter((one) => askable.has(one.name))} />
    </ReactFlowProvider>
  )
}

interface EditorProps {
  journey: Journey | null
  onReload(): void
  start: Doc
  templates: MessageTemplate[]
  attributes: AttributeDefinition[]
}

function Editor({ journey, onReload, start, templates, attributes }: EditorProps) {
  const t = useTexts(texts)
  const { message, modal } = App.useApp()
  const { say, formats } = useAppearance()
  const navigate = useNavigate()
  const client = useQueryClient()
  const problemText = useProblemText()
  const history = useHistory(start)
  const doc = history.now
  const { drawing } = doc
  const [chosen, setChosen] = useState<string | null>(null)
  const [look, setLook] = useState(0)
  const labelOf = useLabels(templates)
  const portName = usePortName()
  const draw = (change: (drawing: Drawing) => Drawing, name?: string) => history.set((now) => ({ ...now, drawing: change(now.drawing) }), name)
  const node = drawing.nodes.find((one) => one.id === chosen) ?? null

  const asked = useMemo(() => [...attributes, ...answered(drawing, attributes)], [drawing, attributes])
  const known = useMemo(() => new Set(templates.map((template) => template.code)), [templates])
  const faults = useMemo(() => {
    const seen = faultsOf(drawing, known)
    // What only the platform can know, of steps that are as they were when it said so.
    const told = (journey?.problems ?? []).filter((problem) => !seen.some((one) => one.kind === problem.kind && one.node === problem.node) && start.drawing.nodes.some((one) => one.id === problem.node && drawing.nodes.includes(one)))
    return [...seen, ...told.filter((problem) => !shownHere.has(problem.kind))]
  }, [drawing, known, journey, start])
  const counts = useMemo(() => faults.reduce((sum, fault) => sum.set(fault.node, (sum.get(fault.node) ?? 0) + 1), new Map<string, number>()), [faults])
  const nameless = doc.name.trim() === ''

  const insert = (kind: Kind, from: string, port: string) => {
    const step = freshNode(kind, { zh: '', en: '' })
    const named = { ...step, label: labelOf(step) }
    draw((now) => inserted(now, named, from, port))
    setChosen(named.id)
  }
  const place = (kind: Kind, x: number, y: number) => {
    const step = freshNode(kind, { zh: '', en: '' }, x, y)
    const named = { ...step, label: labelOf(step) }
    draw((now) => ({ ...now, nodes: [...now.nodes, named] }))
    setChosen(named.id)
  }
  const add = (kind: Kind) => {
    const at = placeFor(drawing, chosen)
    if (at) insert(kind, at.from, at.port)
    else place(kind, 0, 160)
    setLook((it) => it + 1)
  }
  const connect = (from: string, port: string, to: string) => {
    if (connected(drawing, from, port, to)) draw((now) => connected(now, from, port, to) ?? now)
    else void message.warning(t.noLoops)
  }
  const remove = (id: string) => {
    if (drawing.nodes.find((one) => one.id === id)?.kind === 'entry') return void message.info(t.entryStays)
    draw((now) => without(now, id))
    setChosen(null)
  }
  /** A step nobody named goes on being called after what it does. */
  const edit = (before: JourneyNode, settings: Record<string, unknown>) => {
    const own = before.label.zh !== labelOf(before).zh
    const next = { ...before, settings }
    draw((now) => changed(now, own ? next : { ...next, label: labelOf(next) }), `settings ${before.id}`)
  }

  // The version the canvas was filled from: what is read again in the background must not replace it.
  const [version] = useState(() => versionOf(journey))
  const [code] = useState(() => journey?.code ?? `journey-${newStepId().slice(1)}`)
  const body = (): JourneyDraft => {
    const name = doc.name.trim()
    return { code, name: journey && name === say(journey.name) ? journey.name : { zh: name, en: name }, trigger: doc.trigger, reEntry: doc.reEntry, graph: doc.drawing, priority: journey?.priority }
  }
  const saving = useEdit({
    version,
    send: async ({ draft, publish }: { draft: JourneyDraft; publish: boolean }, made, key) => {
      const kept = await (journey ? api.redrawJourney(journey.id, draft, made, key) : api.draftJourney(draft, key))
      return { kept: publish ? await api.publishJourney(kept.id) : kept, publish }
    },
    latest: async () => (journey ? versionOf(await api.journey(journey.id)) : undefined),
    reload: onReload,
    after: ({ kept, publish }) => {
      void message.success(publish ? t.published : t.saved)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'journey' || query.queryKey[0] === 'journeys' })
      void navigate(`/journeys/${encodeURIComponent(kept.id)}`)
    },
  })
  const send = (publish: boolean) => {
    if (nameless) {
      setChosen(drawing.nodes.find((one) => one.kind === 'entry')?.id ?? null)
      return void message.warning(t.faults.name)
    }
    saving.save({ draft: body(), publish }, { onError: (error) => void message.error(problemText(error)) })
  }
  const live = journey?.state === 'published' || journey?.state === 'paused'
  const effect = journey && live ? t.liveEffect(formats.count(journey.active), journey.version) : ''
  const publish = () => {
    if (live) modal.confirm({ title: t.publishTitle, content: effect, okText: t.savePublish, cancelText: t.notYet, onOk: () => send(true) })
    else send(true)
  }

  useKeys(history)
  const title = journey ? t.edit(start.name) : t.create
  const blocked = faults.length > 0
  return (
    <Page
      title={title}
      name={title}
      purpose={t.purpose}
      actions={
        <>
          <Button loading={saving.pending} onClick={() => send(false)}>{t.save}</Button>
          <Button type="primary" loading={saving.pending} disabled={blocked} title={blocked ? t.blocked(faults.length) : undefined} onClick={publish}>{t.savePublish}</Button>
        </>
      }
    >
      {saving.notice}
      {effect && <p className="verdict canvas-effect">{effect}</p>}
      <div className="columns">
        <section className="w-card">
          <div className="canvas-tools">
            <Palette onAdd={add} />
            <span className="row-actions">
              <Button size="small" disabled={!history.canUndo} onClick={history.undo}>{t.undo}</Button>
              <Button size="small" disabled={!history.canRedo} onClick={history.redo}>{t.redo}</Button>
              <Button size="small" onClick={() => draw(tidied)}>{t.tidy}</Button>
            </span>
          </div>
          <Board
            drawing={drawing}
            chosen={chosen}
            faults={counts}
            look={look}
            onChoose={setChosen}
            onInsert={insert}
            onPlace={place}
            onConnect={connect}
            onMove={(to) => draw((now) => moved(now, to), `move ${[...to.keys()].join()}`)}
            onDelete={remove}
            portName={portName}
          />
          <p className="w-quiet">{t.keysHint}</p>
        </section>
        <div className="stack">
          <Preflight
            faults={faults}
            drawing={drawing}
            onShow={(id) => {
              setChosen(id)
              setLook((it) => it + 1)
            }}
          />
          <section className="w-card" key={`${chosen} ${history.round}`} aria-label={t.stepSettings}>
            {node && node.kind !== 'entry' ? (
              <>
                <h2 className="card-title">{t.stepSettings}</h2>
                <Input aria-label={t.stepName} maxLength={60} value={say(node.label)} onChange={(event) => draw((now) => changed(now, { ...node, label: { zh: event.target.value, en: event.target.value } }), `label ${node.id}`)} />
                <StepForm node={node} templates={templates} attributes={asked} drawing={drawing} onChange={(settings) => edit(node, settings)} />
                <LeadsTo node={node} drawing={drawing} portName={portName} onConnect={connect} />
                <div className="page-actions"><Button danger size="small" onClick={() => remove(node.id)}>{t.deleteStep}</Button></div>
              </>
            ) : (
              <>
                <h2 className="card-title">{t.trigger}</h2>
                <Input size="large" variant="borderless" className="segment-name" status={nameless ? 'warning' : ''} value={doc.name} placeholder={t.name} aria-label={t.name} maxLength={60} onChange={(event) => history.set((now) => ({ ...now, name: event.target.value }), 'name')} />
                <TriggerForm trigger={doc.trigger} reEntry={doc.reEntry} onTrigger={(trigger) => history.set((now) => ({ ...now, trigger }))} onReEntry={(reEntry) => history.set((now) => ({ ...now, reEntry }), 'reEntry')} />
                {node && <LeadsTo node={node} drawing={drawing} portName={portName} onConnect={connect} />}
              </>
            )}
          </section>
        </div>
      </div>
    </Page>
  )
}

/** What steps take from other systems' answers, as branches behind them ask for it. */
function answered(drawing: Drawing, attributes: AttributeDefinition[]): AttributeDefinition[] {
  const likes = { whole: 'age', text: 'city', flag: 'senior' }
  return drawing.nodes
    .filter((node) => node.kind === 'call')
    .flatMap(takenOf)
    .flatMap((taken) => {
      const like = attributes.find((one) => one.name === likes[taken.kind])
      return like ? [{ ...like, name: `entry.${staysAs(taken.name)}`, label: { zh: texts.zh.answered(taken.name), en: texts.en.answered(taken.name) }, values: [], unit: null }] : []
    })
}

/** Kinds of faults that the canvas finds itself, so that a mended one does not linger. */
const shownHere = new Set(['NO_ENTRY', 'NO_EXIT', 'LEADS_NOWHERE', 'UNREACHABLE', 'MISSING_TEMPLATE', 'EMPTY_BRANCH', 'SHARES_ARE_NOT_WHOLE', 'TAG_IS_BLANK', 'GRANT_IS_EMPTY', 'ACTION_IS_INCOMPLETE', 'WAIT_IS_NOT_POSITIVE'])

/** What has to be mended before publishing; each line leads to its step. */
function Preflight({ faults, drawing, onShow }: { faults: Fault[]; drawing: Drawing; onShow(node: string): void }) {
  const t = useTexts(texts)
  const c = useTexts(canvasTexts)
  const { say } = useAppearance()
  const nameOf = (id: string) => say(drawing.nodes.find((one) => one.id === id)?.label) || t.wholeJourney
  return (
    <section className={`verdict ${faults.length > 0 ? 'is-attention' : ''}`} aria-label={t.preflight}>
      <b>{faults.length > 0 ? t.blocked(faults.length) : t.ready}</b>
      <ul className="faults">
        {faults.map((fault, index) => (
          <li key={index}>
            <button type="button" className="fault-link" onClick={() => onShow(fault.node)}>{nameOf(fault.node)}</button> {wordFor(c.problems, fault.kind)}{t.stop}<span className="w-quiet">{wordFor(c.remedies, fault.kind)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Undo and redo by keyboard, except where a text is being typed, which has its own. */
function useKeys({ undo, redo }: { undo(): void; redo(): void }) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]')
      if (typing || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if (key === 'z' || key === 'y') {
        event.preventDefault()
        if (key === 'y' || event.shiftKey) redo()
        else undo()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo, redo])
}
