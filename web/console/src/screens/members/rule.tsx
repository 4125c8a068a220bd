import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, versionOf, type EarningProgramme, type EarningRule } from '@waystation/client'
import { DateTimeText, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, DatePicker, Popover } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { useVenueDays } from '../../data/venue-days'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { emptyGroup, fromJson, toJson } from '../engagement/condition'
import { BackTestCard } from './back-test'
import { RuleForm, type RuleFields } from './rule-form'
import { ruleWords } from './rule-words'
import { RuleMark } from './rules'
import { TryCard } from './try-rule'

export default function RuleScreen() {
  const { code } = useParams()
  const [round, setRound] = useState(0)
  const programmes = useQuery({ queryKey: ['earning-programmes'], queryFn: async () => itemsOf(await api.earningProgrammes()), staleTime: 600_000 })
  const rule = useQuery({ queryKey: ['earning-rule', code], queryFn: () => api.earningRule(code!), enabled: code !== undefined })
  const failed = programmes.error ?? rule.error
  if (failed) return <ErrorState error={failed} onRetry={() => void (programmes.error ? programmes.refetch() : rule.refetch())} />
  if (!programmes.data || (code !== undefined && !rule.data)) return <SkeletonBlock height={460} />
  return <Editor key={`${code ?? 'new'} ${round}`} programmes={programmes.data} rule={rule.data ?? null} onReload={() => void rule.refetch().then(() => setRound(round + 1))} />
}

/** An empty condition is an empty object, so that the rule reads as holding for all. */
const conditionOf = (fields: RuleFields) => (fields.condition.items.length === 0 ? {} : (toJson(fields.condition) as Record<string, unknown>))
export const draftOf = (fields: RuleFields) => ({ ...fields, condition: conditionOf(fields) })

function fieldsOf(rule: EarningRule | null, programmes: EarningProgramme[]): RuleFields {
  const sketch = rule?.versions[0]?.sketch
  if (!sketch) {
    const programme = programmes[0]!
    return { code: '', programme: programme.code, name: { zh: '', en: '' }, trigger: 'order.paid', condition: emptyGroup(), effect: { perYuan: 1 }, group: programme.groups[0]?.code ?? '', priority: 10, currency: 'points', limits: [] }
  }
  const condition = Object.keys(sketch.condition).length === 0 ? emptyGroup() : fromJson(sketch.condition)
  return { ...sketch, condition }
}

function Editor({ programmes, rule, onReload }: { programmes: EarningProgramme[]; rule: EarningRule | null; onReload(): void }) {
  const t = useTexts(ruleWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [fields, setFields] = useState(() => fieldsOf(rule, programmes))
  const [original] = useState(() => JSON.stringify(draftOf(fields)))
  const days = useVenueDays()
  const [at, setAt] = useState<Dayjs | null>(null)
  const draft = draftOf(fields)
  const changed = JSON.stringify(draft) !== original
  const newest = rule?.versions[0]
  const complete = (fields.code ?? '') !== ''
  const reading = useQuery({ queryKey: ['rule-reading', draft], queryFn: () => api.readRule(draft), enabled: complete, placeholderData: (previous) => previous })
  const tell = { onError: (error: unknown) => void message.error(problemText(error)) }
  const renew = () => void client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('earning-rule') })

  const [version] = useState(() => versionOf(rule))
  const latest = async () => (rule ? versionOf(await api.earningRule(rule.code)) : undefined)
  const save = useEdit({
    version,
    latest,
    reload: onReload,
    send: (input: typeof draft, made, key) => api.draftRule(input, made, key),
    after: (saved) => {
      void message.success(t.saved)
      renew()
      void navigate(`/rules/${encodeURIComponent(saved.code)}`)
    },
  })
  const publish = useEdit({
    version,
    latest,
    reload: onReload,
    send: (input: { code: string; at: string | null }, made, key) => api.publishRule(input.code, input.at, made, key),
    after: () => {
      void message.success(t.published)
      renew()
      onReload()
    },
  })
  const actions = (
    <>
      {staff.may('rules.write') && (!rule || changed) && (
        <Button type={rule ? 'default' : 'primary'} disabled={!complete} loading={save.pending} onClick={() => save.save(draft, tell)}>
          {t.save}
        </Button>
      )}
      {staff.may('rules.publish') && rule && newest?.state === 'draft' && !changed && (
        <Popover
          trigger="click"
          content={
            <div className="stack">
              <span className="w-quiet">{t.publishAt}</span>
              <DatePicker showTime value={at} onChange={setAt} aria-label={t.publishAt} />
              <Button type="primary" loading={publish.pending} onClick={() => publish.save({ code: rule.code, at: at ? days.moment(at) : null }, tell)}>
                {t.publish}
              </Button>
            </div>
          }
        >
          <Button type="primary">{t.publish}</Button>
        </Popover>
      )}
    </>
  )
  const title = rule ? t.ruleTitle(say(rule.name)) : t.newTitle
  const faults = reading.data?.faults ?? []
  return (
    <Page title={rule ? <span className="title-marked">{title} <RuleMark state={newest?.state ?? rule.state} /></span> : title} name={title} purpose={t.editPurpose} actions={actions}>
      {save.notice || publish.notice}
      <div className="columns">
        <div className="stack">
          <section className="w-card">
            <p className="w-sentence" aria-live="polite">
              <span className="w-quiet">{t.reads}</span> {say(reading.data?.sentence) || '…'}
            </p>
            {faults.length > 0 && (
              <div role="alert" className="rule-faults">
                <b>{t.faults}</b>
                <ul className="plain-list">
                  {faults.map((fault) => (
                    <li key={fault.field}>
                      <span>
                        <code>{fault.field}</code> {say(fault.text)} <span className="w-quiet">{formats.labelled(t.remedy, say(fault.remedy))}</span>
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <RuleForm fields={fields} programmes={programmes} isNew={!rule} readOnly={!staff.may('rules.write')} onChange={setFields} />
          </section>
          {rule && <BackTestCard rule={rule} unsaved={changed} />}
        </div>
        <div className="stack">
          <TryCard programme={fields.programme ?? ''} trigger={fields.trigger ?? 'order.paid'} draft={rule && newest?.state === 'draft' ? rule.code : null} />
          {rule && (
            <section className="w-card">
              <h2 className="card-title">{t.versions}</h2>
              <ul className="plain-list">
                {rule.versions.map((version) => (
                  <li key={version.version}>
                    <span>
                      {t.version(version.version)} <span className="w-quiet">{t.by} {version.by === 'shipped' ? t.shipped : version.by} {version.from && <DateTimeText at={version.from} />}</span>
                    </span>
                    <RuleMark state={version.state} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </Page>
  )
}
