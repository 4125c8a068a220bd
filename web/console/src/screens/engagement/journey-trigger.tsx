import { useQuery } from '@tanstack/react-query'
import type { Journey } from '@waystation/client'
import { useAppearance, useTexts, wordFor } from '@waystation/design'
import { InputNumber, Select } from 'antd'
import { api } from '../../data/client'
import { journeyTexts as texts } from './journey-texts'

/** Which value of a fact narrows it. */
const narrowing: Record<string, 'tag' | 'segment'> = { TagAdded: 'tag', TagRemoved: 'tag', SegmentEntered: 'segment', SegmentLeft: 'segment' }

interface TriggerProps {
  trigger: Journey['trigger']
  reEntry: Journey['reEntry']
  onTrigger(trigger: Journey['trigger']): void
  onReEntry(reEntry: Journey['reEntry']): void
}

/** Who enters, and how often. A trigger by the clock or by hand is shown and kept as it is. */
export function TriggerForm({ trigger, reEntry, onTrigger, onReEntry }: TriggerProps) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const narrow = narrowing[trigger.fact]
  const tags = useQuery({ queryKey: ['tags-all'], queryFn: async () => (await api.tags()).items, enabled: narrow === 'tag', staleTime: 600_000 })
  const segments = useQuery({ queryKey: ['segments-all'], queryFn: async () => (await api.segments({ limit: 200 })).items.filter((one) => one.state === 'published'), enabled: narrow === 'segment' })
  const choices = narrow === 'segment' ? (segments.data ?? []).map((one) => ({ value: one.id, label: say(one.name) })) : (tags.data ?? []).map((tag) => ({ value: tag.code, label: say(tag.name) }))
  const facts = { ...t.facts, ...(trigger.fact in t.facts ? {} : { [trigger.fact]: wordFor(t.facts, trigger.fact) }) }
  return (
    <>
      <div className="form-line">
        <span>{t.when}</span>
        <Select aria-label={t.when} value={trigger.fact} style={{ flex: 1, minWidth: 0 }} options={Object.entries(facts).map(([value, label]) => ({ value, label }))} onChange={(fact) => onTrigger({ fact, when: {} })} />
      </div>
      {narrow && (
        <div className="form-line">
          <span>{t.only}</span>
          <Select aria-label={narrow === 'segment' ? t.entered : t.whichTag} showSearch optionFilterProp="label" value={String(trigger.when[narrow] ?? '')} style={{ flex: 1, minWidth: 0 }} options={[{ value: '', label: t.any }, ...choices]} onChange={(only) => onTrigger({ ...trigger, when: only ? { [narrow]: only } : {} })} />
        </div>
      )}
      <div className="form-line">
        <span>{t.repeat}</span>
        <Select aria-label={t.repeat} value={reEntry.rule as string} style={{ flex: 1, minWidth: 0 }} options={Object.entries(t.repeats).map(([value, label]) => ({ value, label }))} onChange={(rule) => onReEntry({ ...reEntry, rule: rule as typeof reEntry.rule, days: rule === 'after_days' ? 30 : 0 })} />
      </div>
      {(reEntry.rule as string) === 'after_days' && (
        <div className="form-line">
          <span>{t.every}</span>
          <InputNumber aria-label={t.every} min={1} max={3650} value={reEntry.days} suffix={t.units.days} onChange={(days) => onReEntry({ ...reEntry, days: days ?? 1 })} />
        </div>
      )}
    </>
  )
}
