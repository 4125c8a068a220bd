import type { AttributeDefinition } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { PlaceInput, StationInput } from './places'
import { conditionWords } from './words'

const lists = ['$in', '$nin', '$ini', '$nini', '$all', '$alli']

/** What a fresh line starts with: nothing where a person must say it, a value where one is obvious. */
export function startValue(definition: AttributeDefinition | undefined, operator: string): unknown {
  if (operator === '$exists') return true
  if (lists.includes(operator)) return []
  if (operator === '$near') return { metres: 500 }
  if (definition?.type === 'boolean') return true
  return null
}

const isNumeric = (type: string | undefined) => !!type && /number|int|long|decimal|money|count/i.test(type)

interface ValueInputProps {
  definition: AttributeDefinition | undefined
  operator: string
  value: unknown
  readOnly?: boolean
  onChange(value: unknown): void
}

const stations = ['fromStation', 'toStation']

export function ValueInput({ definition, operator, value, readOnly, onChange }: ValueInputProps) {
  const t = useTexts(conditionWords)
  const { say } = useAppearance()
  const known = definition?.values?.map((one) => ({ value: one.value as string | number, label: say(one.label) }))
  if (operator === '$exists' || definition?.type === 'boolean') {
    return (
      <Select
        disabled={readOnly}
        aria-label={t.value}
        value={value === true}
        options={[{ value: true, label: t.yes }, { value: false, label: t.no }]}
        onChange={onChange}
      />
    )
  }
  if (operator === '$near') return <PlaceInput value={value} readOnly={readOnly} onChange={onChange} />
  if (definition && stations.includes(definition.name) && !lists.includes(operator)) return <StationInput label={say(definition.label)} value={value} readOnly={readOnly} onChange={onChange} />
  if (lists.includes(operator)) {
    return (
      <Select
        mode={known && known.length > 0 ? 'multiple' : 'tags'}
        disabled={readOnly}
        aria-label={t.value}
        placeholder={t.choose}
        style={{ minWidth: 180 }}
        popupMatchSelectWidth={false}
        value={Array.isArray(value) ? (value as (string | number)[]) : []}
        options={known}
        onChange={(chosen: (string | number)[]) => onChange(isNumeric(definition?.type) ? chosen.map(Number).filter(Number.isFinite) : chosen)}
      />
    )
  }
  if (known && known.length > 0) {
    return <Select disabled={readOnly} aria-label={t.value} placeholder={t.choose} style={{ minWidth: 120 }} popupMatchSelectWidth={false} value={(value as string) ?? undefined} options={known} onChange={onChange} />
  }
  if (definition && /date/i.test(definition.type)) {
    return <DatePicker disabled={readOnly} aria-label={t.value} value={typeof value === 'string' ? dayjs(value) : null} onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)} />
  }
  if (isNumeric(definition?.type)) {
    const minor = definition?.name.endsWith('Minor') ?? false
    return (
      <InputNumber
        disabled={readOnly}
        aria-label={t.value}
        style={{ width: 120 }}
        prefix={minor ? '¥' : undefined}
        suffix={minor ? undefined : say(definition?.unit) || undefined}
        value={typeof value === 'number' ? (minor ? value / 100 : value) : null}
        onChange={(next) => onChange(next === null ? null : minor ? Math.round(next * 100) : next)}
      />
    )
  }
  return <Input disabled={readOnly} aria-label={t.value} style={{ width: 140 }} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />
}
