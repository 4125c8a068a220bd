import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, versionOf, type Shapes } from '@waystation/client'
import { dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useNow, useStaff } from '../../data/session'
import { FilterBar, Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'

type Calendar = Shapes['loyalty.DayCalendar']
type Day = Calendar['days'][number]
type Special = Calendar['special'][number]

const texts = dictionary(
  {
    title: '积分倍率日历', purpose: '哪些日子积分翻倍，一眼看清。点选以后的日子，归入一种特别日；倍数写成规则草稿，回放后定时发布。', programme: '方案', before: '上个月', after: '下个月', weekdays: '一 二 三 四 五 六 日', times: (n: string) => `${n} 倍`, draft: '草稿', past: '已过', chosen: (n: string) => `已选 ${n} 天`, none: '点选以后的日子，再决定怎么安排。', kind: '特别日', fresh: '新的特别日…', code: '代码', codeHint: '小写字母、数字和连字符', zh: '中文名称', en: '英文名称', factor: '倍数', factorHint: '留空则规则不变；填写后生成规则草稿', add: '加入', drop: '移出', saved: '日历已更新', drafted: '倍数已写成规则草稿，回放后再发布。', open: '去看草稿', legend: '特别日', rules: '生效的倍数', everyMonth: '每月固定', dates: (n: string) => `${n} 天`, ordinary: '无倍数', required: '请填写', conditional: '另有条件',
  },
  {
    title: 'Multiplier days', purpose: 'Which days multiply points. Choose days ahead and give them to a kind of special day; a factor becomes the draft of a rule, to be played back and published with its time.', programme: 'Programme', before: 'Month before', after: 'Month after', weekdays: 'Mon Tue Wed Thu Fri Sat Sun', times: (n: string) => `× ${n}`, draft: 'draft', past: 'over', chosen: (n: string) => `${n} days chosen`, none: 'Choose days ahead, then decide what becomes of them.', kind: 'Special day', fresh: 'A new special day…', code: 'Code', codeHint: 'small letters, digits and hyphens', zh: 'Chinese name', en: 'English name', factor: 'Factor', factorHint: 'Empty leaves the rules alone; a factor becomes the draft of a rule', add: 'Add the days', drop: 'Take them out', saved: 'Calendar changed', drafted: 'The factor is drafted as a rule. Play it back, then publish it.', open: 'See the draft', legend: 'Special days', rules: 'Factors', everyMonth: 'every month', dates: (n: string) => `${n} days`, ordinary: 'no factor', required: 'Fill this in', conditional: 'with conditions',
  },
)

/** A month of multiplier days, as a picture in which days are chosen. */
export default function Days() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const now = dayjs(useNow())
  const [filters, change] = useFilters({ programme: 'park', month: now.format('YYYY-MM') })
  const programmes = useQuery({ queryKey: ['earning-programmes'], queryFn: async () => itemsOf(await api.earningProgrammes()), staleTime: 600_000 })
  const calendar = useQuery({ queryKey: ['earning-calendar', filters.programme, filters.month], queryFn: () => api.earningCalendar(filters.programme, filters.month), placeholderData: (before) => before })
  const turn = (months: number) => change({ month: dayjs(`${filters.month}-01`).add(months, 'month').format('YYYY-MM') })
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <FilterBar>
        <Select aria-label={t.programme} value={filters.programme} style={{ minWidth: 180 }} options={(programmes.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} onChange={(programme) => change({ programme })} />
        <Button aria-label={t.before} onClick={() => turn(-1)}>←</Button>
        <b className="num" aria-live="polite">{filters.month}</b>
        <Button aria-label={t.after} onClick={() => turn(1)}>→</Button>
      </FilterBar>
      {calendar.error ? <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} /> : !calendar.data ? <SkeletonBlock height={420} /> : <Month key={`${filters.programme} ${filters.month}`} calendar={calendar.data} today={now.format('YYYY-MM-DD')} reload={() => void calendar.refetch()} />}
    </Page>
  )
}

function Month({ calendar, today, reload }: { calendar: Calendar; today: string; reload(): void }) {
  const t = useTexts(texts)
  const staff = useStaff()
  const [chosen, setChosen] = useState<string[]>([])
  const lead = (dayjs(calendar.days[0]?.date).day() + 6) % 7
  const toggle = (date: string) => setChosen((now) => (now.includes(date) ? now.filter((one) => one !== date) : [...now, date].sort()))
  return (
    <div className="columns">
      <section className="w-card">
        <div className="month" role="group" aria-label={calendar.month}>
          {t.weekdays.split(' ').map((name) => <span key={name} className="month-head">{name}</span>)}
          {Array.from({ length: lead }, (_, n) => <span key={n} />)}
          {calendar.days.map((day) => (
            <Cell key={day.date} day={day} special={calendar.special} past={day.date <= today} chosen={chosen.includes(day.date)} onChoose={staff.may('rules.publish') ? () => toggle(day.date) : undefined} />
          ))}
        </div>
      </section>
      <div className="stack">
        {staff.may('rules.publish') && <Plan calendar={calendar} chosen={chosen} today={today} onDone={() => setChosen([])} reload={reload} />}
        <Legend special={calendar.special} />
      </div>
    </div>
  )
}

function Cell({ day, special, past, chosen, onChoose }: { day: Day; special: Special[]; past: boolean; chosen: boolean; onChoose?: () => void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const names = day.special.map((code) => say(special.find((one) => one.code === code)?.name) || code)
  const drafts = day.factors.filter((one) => one.state === 'draft')
  return (
    <button type="button" className={`month-day${names.length > 0 ? ' is-special' : ''}${chosen ? ' is-chosen' : ''}`} aria-pressed={chosen} disabled={past || !onChoose} title={names.join(' · ')} onClick={onChoose}>
      <span className="num">{Number(day.date.slice(8))}</span>
      {day.factor && <b className="month-factor num">{t.times(day.factor)}</b>}
      {drafts.map((one) => <small key={one.rule} className="month-draft num">{t.times(one.factor)} {t.draft}</small>)}
      {names.map((name) => <small key={name} className="month-name">{name}</small>)}
    </button>
  )
}

interface Asked { kind: string; code?: string; zh?: string; en?: string; factor?: string }
const FRESH = ' '

function Plan({ calendar, chosen, today, onDone, reload }: { calendar: Calendar; chosen: string[]; today: string; onDone(): void; reload(): void }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [form] = Form.useForm<Asked>()
  const kind = Form.useWatch('kind', form) ?? calendar.special[0]?.code ?? FRESH
  const [draft, setDraft] = useState<string | null>(null)
  const present = calendar.special.find((one) => one.code === kind)
  const plan = useEdit({
    version: versionOf(calendar),
    latest: async () => versionOf(await api.earningCalendar(calendar.programme, calendar.month)),
    reload,
    send: (input: { day: string; name: Special['name']; dates: string[]; factor: string | null }, version, key) => api.planDay(calendar.programme, input.day, { name: input.name, dates: input.dates, factor: input.factor }, version, key),
    after: () => {
      void message.success(t.saved)
      void client.invalidateQueries({ predicate: (query) => /^earning/.test(String(query.queryKey[0])) })
      form.setFieldValue('factor', '')
      onDone()
    },
  })
  const send = async (keep: boolean) => {
    const asked = await form.validateFields()
    const code = present?.code ?? asked.code ?? ''
    const others = (present?.dates ?? []).filter((date) => !chosen.includes(date))
    setDraft(keep && asked.factor ? `days-${code}` : null)
    plan.save(
      { day: code, name: present?.name ?? { zh: asked.zh ?? '', en: asked.en ?? '' }, dates: keep ? [...others, ...chosen].sort() : others, factor: keep && asked.factor ? asked.factor : null },
      { onError: (error) => void message.error(problemText(error)) },
    )
  }
  const ahead = chosen.filter((date) => date > today)
  const required = [{ required: true, message: t.required }]
  return (
    <section className="w-card">
      <h2 className="card-title">{chosen.length > 0 ? t.chosen(formats.count(ahead.length)) : t.kind}</h2>
      {chosen.length === 0 && <p className="w-quiet">{t.none}</p>}
      {plan.notice}
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: calendar.special[0]?.code ?? FRESH }}>
        <Form.Item name="kind" label={t.kind}>
          <Select options={[...calendar.special.map((one) => ({ value: one.code, label: say(one.name) })), { value: FRESH, label: t.fresh }]} />
        </Form.Item>
        {!present && (
          <>
            <Form.Item name="code" label={t.code} extra={t.codeHint} rules={required}><Input maxLength={40} /></Form.Item>
            <Form.Item name="zh" label={t.zh} rules={required}><Input maxLength={30} /></Form.Item>
            <Form.Item name="en" label={t.en} rules={required}><Input maxLength={40} /></Form.Item>
          </>
        )}
        <Form.Item name="factor" label={t.factor} extra={t.factorHint}><Input maxLength={5} suffix="×" inputMode="decimal" /></Form.Item>
        <span className="rule-inline">
          <Button type="primary" disabled={chosen.length === 0} loading={plan.pending} onClick={() => void send(true)}>{t.add}</Button>
          {present && <Button disabled={!chosen.some((date) => present.dates.includes(date))} onClick={() => void send(false)}>{t.drop}</Button>}
        </span>
      </Form>
      {draft && !plan.pending && !plan.error && <p role="status">{t.drafted} <Link to={`/rules/${encodeURIComponent(draft)}`}>{t.open}</Link></p>}
    </section>
  )
}

function Legend({ special }: { special: Special[] }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  return (
    <section className="w-card">
      <h2 className="card-title">{t.legend}</h2>
      <ul className="plain-list">
        {special.map((one) => (
          <li key={one.code}>
            <span>
              {say(one.name)} <span className="w-quiet">{one.nthInMonth > 0 ? t.everyMonth : t.dates(formats.count(one.dates.length))}</span>
            </span>
            <span className="rule-inline">
              {one.factors.length === 0 && <span className="w-quiet">{t.ordinary}</span>}
              {one.factors.map((factor) => (
                <Link key={`${factor.rule} ${factor.state}`} to={`/rules/${encodeURIComponent(factor.rule)}`} title={say(factor.name)}>
                  <Mark tone={factor.state === 'draft' ? 'plain' : 'good'}>{t.times(factor.factor)}{factor.state === 'draft' ? ` ${t.draft}` : ''}{factor.conditional ? ` ${t.conditional}` : ''}</Mark>
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
