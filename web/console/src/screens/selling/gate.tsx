import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { GateCheck } from '@waystation/client'
import { dictionary, ErrorState, Mark, useAppearance, useTexts } from '@waystation/design'
import { Select, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { Page } from '../../shell/page'
import { PassDecision, usePassGate } from '../privileges/pass-gate'
import { PrintedName } from './printed-name'
import { sellingWords, useClockText } from './words'

const texts = dictionary(
  {
    title: '检票', purpose: '扫码枪扫一下，或输入车票码后回车。整页只用键盘就能做完。', code: '扫描或输入车票码', station: '检票车站', chooseStation: '选择车站', gate: '检票口', admit: '请进', refuse: '不能进', waiting: '等待扫码', recent: '最近检票', none: '还没有检过票',
    next: '回车检下一张', seat: '座位', train: '车次', traveller: '乘车人', leaves: '开', noStation: '先选车站', keys: '回车检票 · Esc 清空',
  },
  {
    title: 'Gate', purpose: 'Scan, or type the ticket code and press Enter. The whole page works by keyboard.', code: 'Scan or type a ticket code', station: 'Station of the gate', chooseStation: 'Choose a station', gate: 'Gate', admit: 'Admit', refuse: 'Refuse', waiting: 'Waiting for a scan', recent: 'Recent checks', none: 'Nothing checked yet',
    next: 'Enter checks the next', seat: 'Seat', train: 'Train', traveller: 'Traveller', leaves: 'departs', noStation: 'Choose the station first', keys: 'Enter checks · Esc clears',
  },
)

const defaults = { station: '', gate: 'A1' }

export default function Gate() {
  const t = useTexts(texts)
  const input = useRef<InputRef>(null)
  const client = useQueryClient()
  const { language } = useAppearance()
  const [filters, change] = useFilters(defaults)
  const [code, setCode] = useState('')
  const [result, setResult] = useState<GateCheck | null>(null)
  const [wanted, setWanted] = useState('')
  const stations = useQuery({ queryKey: ['stations', wanted || filters.station], queryFn: () => api.stations({ q: wanted || filters.station, limit: 12 }), staleTime: 600_000 })
  const check = useAction(
    (asked: { code: string; gate: string; stationCode: string }, key) => api.checkAtGate(asked, key),
    (answer) => {
      setResult(answer)
      setCode('')
      input.current?.focus()
      void client.invalidateQueries({ queryKey: ['gate-recent'] })
    },
  )
  const pass = usePassGate(() => {
    setCode('')
    input.current?.focus()
  })
  useEffect(() => input.current?.focus(), [])

  const submit = () => {
    const scanned = code.trim()
    if (scanned === '' || check.isPending || pass.pending) return
    setResult(null)
    pass.clear()
    if (pass.isPass(scanned)) return pass.use(scanned)
    check.mutate({ code: scanned, gate: filters.gate, stationCode: filters.station })
  }
  const options = (stations.data?.items ?? []).map((station) => ({
    value: station.code,
    label: station.name[language],
  }))

  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <div className="columns">
        <div className="stack">
          <div className="gate-place">
            <label>
              <span className="w-quiet">{t.station}</span>
              <Select status={stations.error ? 'error' : undefined} notFoundContent={stations.error ? <ErrorState error={stations.error} onRetry={() => void stations.refetch()} /> : undefined} showSearch filterOption={false} value={filters.station || undefined} placeholder={t.chooseStation} options={options} onSearch={setWanted} onChange={(station: string) => change({ station })} aria-label={t.station} style={{ width: '100%' }} />
            </label>
            <label>
              <span className="w-quiet">{t.gate}</span>
              <Input value={filters.gate} onChange={(event) => change({ gate: event.target.value })} aria-label={t.gate} />
            </label>
          </div>
          <div data-filter>
            <Input
              ref={input}
              className="gate-input"
              value={code}
              onChange={(event) => setCode(event.target.value)}
              onPressEnter={submit}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return
                setCode('')
                setResult(null)
                check.reset()
              }}
              placeholder={t.code}
              aria-label={t.code}
              autoComplete="off"
              spellCheck={false}
              maxLength={2000}
            />
            <p className="w-quiet">{filters.station === '' ? t.noStation : t.keys}</p>
          </div>
          {pass.answer || pass.error ? <PassDecision gate={pass} /> : <Decision result={result} error={check.error} />}
          {result?.ticket && <PrintedName key={result.ticket.id} ticketId={result.ticket.id} />}
          {pass.sites}
        </div>
        <Recent />
      </div>
    </Page>
  )
}

function Decision({ result, error }: { result: GateCheck | null; error: unknown }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { say } = useAppearance()
  const clock = useClockText()
  if (error) return <ErrorState error={error} />
  if (!result) {
    return (
      <div className="gate-decision" role="status">
        <p>{t.waiting}</p>
      </div>
    )
  }
  const admitted = result.decision === 'admit'
  const ticket = result.ticket
  return (
    <div className={`gate-decision ${admitted ? 'is-admit' : 'is-refuse'}`} role="status" aria-live="assertive">
      <div className="gate-word">
        <span aria-hidden="true">{admitted ? '✓' : '✕'}</span> {admitted ? t.admit : t.refuse}
      </div>
      <p className="gate-sentence">{say(result.sentence)}</p>
      {ticket && (
        <p className="num">
          {[
            ticket.trainCode,
            `${say(ticket.from)} → ${say(ticket.to)}`,
            `${clock(ticket.departs)} ${t.leaves}`,
            s.seat(ticket.car, ticket.seat),
            s.groups[ticket.group as keyof typeof s.groups] ?? ticket.group,
          ]
            .filter(Boolean)
            .join('   ')}
        </p>
      )}
      <small>
        {result.reasonCode} · {t.next}
      </small>
    </div>
  )
}

function Recent() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const now = useNow()
  const recent = useQuery({ queryKey: ['gate-recent'], queryFn: async () => (await api.recentChecks()).items, refetchInterval: 5_000 })
  const items = recent.data ?? []
  return (
    <section className="w-card">
      <h2 className="card-title">{t.recent}</h2>
      {recent.error ? <ErrorState error={recent.error} onRetry={() => void recent.refetch()} /> : items.length === 0 && <p className="w-quiet">{t.none}</p>}
      <ul className="plain-list">
        {items.slice(0, 15).map((check, index) => (
          <li key={index}>
            <span>
              {say(check.sentence)}
              <span className="w-quiet num" style={{ display: 'block' }}>
                {formats.near(check.at, now)} · {check.stationCode} {check.gate}
              </span>
            </span>
            <Mark tone={check.decision === 'admit' ? 'good' : 'stop'}>{check.decision === 'admit' ? t.admit : t.refuse}</Mark>
          </li>
        ))}
      </ul>
    </section>
  )
}
