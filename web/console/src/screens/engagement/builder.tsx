import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { AttributeDefinition } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { Button, Dropdown, InputNumber, Select } from 'antd'
import { completePart, countAt, emptyGroup, fromJson, newId, pathsOf, toJson, withAdded, withItem, type AttributeItem, type BehaviourItem, type Group, type Item, type Join, type OccurredItem, type Window } from './condition'
import { placeItems, RouteInput, StationInput } from './places'
import { routeJson, routeOf, stationJson, stationOf } from './route'
import { ValueInput, startValue } from './value-input'
import { conditionWords } from './words'

interface BuilderProps {
  group: Group
  onChange(group: Group): void
  attributes: AttributeDefinition[]
  leaves: readonly { path: string; count: number }[]
  total: number | null
  readOnly?: boolean
}

export const eventsOf = (attributes: AttributeDefinition[]) => attributes.filter((one) => one.type === 'event')
const fieldsOf = (attributes: AttributeDefinition[]) => attributes.filter((one) => one.type !== 'event')

/** Nested groups of conditions, each line with the people it holds for on its own. */
export function Builder(props: BuilderProps) {
  return <GroupBox {...props} root={props.group} paths={pathsOf(completePart(props.group) ?? props.group)} depth={0} />
}

interface Inside extends BuilderProps {
  root: Group
  paths: Map<string, string>
  depth: number
}

function GroupBox(props: Inside) {
  const { group, root, onChange, attributes, leaves, paths, depth, readOnly, total } = props
  const t = useTexts(conditionWords)
  const { formats } = useAppearance()
  const first = fieldsOf(attributes)[0]
  const firstEvent = eventsOf(attributes)[0]
  const ready = placeItems(attributes)
  const replace = (id: string, change: (item: Item) => Item | null) => onChange(root.id === id ? (change(root) as Group) : withItem(root, id, change))
  const add = (item: Item) => onChange(withAdded(root, group.id, item))
  const counted = depth === 0 ? total : countAt(leaves, paths.get(group.id) ?? '')
  return (
    <div className={`cond-group is-${group.join}`}>
      <div className="cond-group-head">
        <Select<Join>
          size="small"
          variant="filled"
          disabled={readOnly}
          aria-label={t.joinOf}
          value={group.join}
          options={(['all', 'any', 'none'] as Join[]).map((join) => ({ value: join, label: t.joins[join] }))}
          onChange={(join) => replace(group.id, (item) => ({ ...item, join }) as Item)}
          popupMatchSelectWidth={false}
        />
        <span className="w-quiet">{t.joinHints[group.join]}</span>
        <span className="cond-count num">{counted === null ? '' : formats.count(counted)}</span>
        {depth > 0 && !readOnly && <RemoveButton onClick={() => replace(group.id, () => null)} />}
      </div>
      {group.items.length === 0 && <p className="w-quiet">{t.emptyGroup}</p>}
      {group.items.map((item) =>
        item.kind === 'group' ? (
          <GroupBox key={item.id} {...props} group={item} depth={depth + 1} />
        ) : (
          <div key={item.id} className="cond-line">
            <span className="cond-kind">{item.kind === 'attribute' ? t.attribute : item.kind === 'raw' ? t.raw : t.behaviour}</span>
            {item.kind === 'attribute' ? (
              <AttributeLine item={item} attributes={attributes} readOnly={readOnly} onChange={(next) => replace(item.id, () => next)} />
            ) : item.kind === 'behaviour' ? (
              <BehaviourLine item={item} attributes={attributes} readOnly={readOnly} onChange={(next) => replace(item.id, () => next)} />
            ) : item.kind === 'occurred' ? (
              <OccurredLine item={item} attributes={attributes} readOnly={readOnly} onChange={(next) => replace(item.id, () => next)} />
            ) : (
              <code>{JSON.stringify(item.json)}</code>
            )}
            <span className="cond-count num">{countText(countAt(leaves, paths.get(item.id) ?? ''), formats.count)}</span>
            {!readOnly && <RemoveButton onClick={() => replace(item.id, () => null)} />}
          </div>
        ),
      )}
      {!readOnly && (
        <div className="cond-add">
          <Button type="link" size="small" icon={<PlusOutlined />} disabled={!first} onClick={() => first && add(attributeItem(first))}>
            {t.addCondition}
          </Button>
          {firstEvent && (
            <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => add({ id: newId(), kind: 'behaviour', negated: false, event: firstEvent.name, atLeast: 1, withinDays: 90, where: null, share: null })}>
              {t.addBehaviour}
            </Button>
          )}
          {firstEvent && (
            <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => add({ id: newId(), kind: 'occurred', which: '$first', event: firstEvent.name, window: 'withinDays', days: 30, where: null })}>
              {t.addOccurred}
            </Button>
          )}
          {ready.length > 0 && (
            <Dropdown menu={{ items: ready.map(({ key }) => ({ key, label: t.places[key] })), onClick: ({ key }) => ready.filter((one) => one.key === key).forEach((one) => add(one.item())) }}>
              <Button type="link" size="small" icon={<PlusOutlined />}>
                {t.addPlace}
              </Button>
            </Dropdown>
          )}
          {depth < 4 && (
            <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => add(emptyGroup(group.join === 'all' ? 'any' : 'all'))}>
              {t.addGroup}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

const countText = (count: number | null, format: (value: number) => string) => (count === null ? '' : format(count))

function RemoveButton({ onClick }: { onClick(): void }) {
  const t = useTexts(conditionWords)
  return <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t.remove} title={t.remove} onClick={onClick} />
}

const written = (operator: string) => (operator.startsWith('$') ? operator : `$${operator}`)

function attributeItem(definition: AttributeDefinition): AttributeItem {
  const operator = written(definition.operators[0] ?? '$eq')
  return { id: newId(), kind: 'attribute', name: definition.name, operator, value: startValue(definition, operator) }
}

function AttributeLine({ item, attributes, readOnly, onChange }: { item: AttributeItem; attributes: AttributeDefinition[]; readOnly?: boolean; onChange(item: AttributeItem): void }) {
  const t = useTexts(conditionWords)
  const { say } = useAppearance()
  const definition = attributes.find((one) => one.name === item.name)
  const operators = (definition?.operators ?? [item.operator]).map(written)
  return (
    <>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        disabled={readOnly}
        aria-label={t.attribute}
        value={item.name}
        style={{ minWidth: 128 }}
        popupMatchSelectWidth={false}
        options={fieldsOf(attributes).map((one) => ({ value: one.name, label: say(one.label) }))}
        onChange={(name) => {
          const next = attributes.find((one) => one.name === name)
          if (next) onChange({ ...attributeItem(next), id: item.id })
        }}
      />
      <Select
        disabled={readOnly}
        aria-label={t.operatorOf}
        value={item.operator}
        popupMatchSelectWidth={false}
        options={[...new Set([...operators, item.operator])].map((operator) => ({ value: operator, label: t.operators[operator as keyof typeof t.operators] ?? operator }))}
        onChange={(operator) => onChange({ ...item, operator, value: fits(item.value, operator) ? item.value : startValue(definition, operator) })}
      />
      <ValueInput definition={definition} operator={item.operator} value={item.value} readOnly={readOnly} onChange={(value) => onChange({ ...item, value })} />
    </>
  )
}

const takesList = (operator: string) => ['$in', '$nin', '$ini', '$nini', '$all', '$alli'].includes(operator)
const fits = (value: unknown, operator: string) => Array.isArray(value) === takesList(operator) && (operator === '$exists') === (typeof value === 'boolean' && operator === '$exists')

const eventOptions = (attributes: AttributeDefinition[], say: (said: AttributeDefinition['label']) => string) =>
  eventsOf(attributes).map((one) => ({ value: one.name, label: say(one.label) }))

interface EventLine<T> { item: T; attributes: AttributeDefinition[]; readOnly?: boolean; onChange(item: T): void }

function BehaviourLine({ item, attributes, readOnly, onChange }: EventLine<BehaviourItem>) {
  const t = useTexts(conditionWords)
  const { say } = useAppearance()
  return (
    <>
      <Select
        disabled={readOnly}
        aria-label={t.behaviour}
        value={item.negated}
        options={[{ value: false, label: t.did }, { value: true, label: t.didNot }]}
        onChange={(negated) => onChange({ ...item, negated })}
      />
      <Select
        disabled={readOnly}
        aria-label={t.choose}
        value={item.event}
        popupMatchSelectWidth={false}
        options={eventOptions(attributes, say)}
        onChange={(event) => onChange({ ...item, event, where: null })}
      />
      {t.atLeast}
      <InputNumber disabled={readOnly} aria-label={t.times} min={1} max={1000} value={item.atLeast} style={{ width: 64 }} onChange={(atLeast) => onChange({ ...item, atLeast: atLeast ?? 1 })} />
      {t.times}
      <span className="w-quiet">{t.within}</span>
      <InputNumber disabled={readOnly} aria-label={t.days} min={1} max={3650} value={item.withinDays} placeholder={t.ever} style={{ width: 84 }} onChange={(withinDays) => onChange({ ...item, withinDays })} />
      {t.days}
      <WhereLine item={item} attributes={attributes} readOnly={readOnly} onChange={onChange} />
      <ShareLine item={item} readOnly={readOnly} onChange={onChange} />
    </>
  )
}

/** How much of all that is done these make up; asked only of those that are narrowed. */
function ShareLine({ item, readOnly, onChange }: { item: BehaviourItem; readOnly?: boolean; onChange(item: BehaviourItem): void }) {
  const t = useTexts(conditionWords)
  if (item.share === null) {
    return readOnly || item.where === null || item.where === undefined ? null : (
      <Button type="link" size="small" onClick={() => onChange({ ...item, share: 50 })}>
        {t.addShare}
      </Button>
    )
  }
  return (
    <span className="cond-where">
      {t.ofAll}
      <InputNumber disabled={readOnly} aria-label={t.share} min={1} max={100} suffix="%" value={item.share} style={{ width: 84 }} onChange={(share) => onChange({ ...item, share: share ?? 1 })} />
      {!readOnly && <RemoveButton onClick={() => onChange({ ...item, share: null })} />}
    </span>
  )
}

/** When it was first or last done. */
function OccurredLine({ item, attributes, readOnly, onChange }: EventLine<OccurredItem>) {
  const t = useTexts(conditionWords)
  const { say } = useAppearance()
  return (
    <>
      <Select disabled={readOnly} aria-label={t.occurrence} value={item.which} options={[{ value: '$first' as const, label: t.first }, { value: '$last' as const, label: t.last }]} onChange={(which) => onChange({ ...item, which })} />
      <Select
        disabled={readOnly}
        aria-label={t.choose}
        value={item.event}
        popupMatchSelectWidth={false}
        options={eventOptions(attributes, say)}
        onChange={(event) => onChange({ ...item, event, where: null })}
      />
      <Select<Window> disabled={readOnly} aria-label={t.window} value={item.window} popupMatchSelectWidth={false} options={[{ value: 'withinDays', label: t.withinLast }, { value: 'beforeDays', label: t.beforeLast }]} onChange={(window) => onChange({ ...item, window })} />
      <InputNumber disabled={readOnly} aria-label={t.days} min={1} max={3650} value={item.days} style={{ width: 84 }} onChange={(days) => onChange({ ...item, days: days ?? 1 })} />
      {t.days}
      <WhereLine item={item} attributes={attributes} readOnly={readOnly} onChange={onChange} />
    </>
  )
}

/** What each counted occurrence is asked besides: one test of one property, or what was written elsewhere. */
function WhereLine<T extends BehaviourItem | OccurredItem>({ item, attributes, readOnly, onChange }: EventLine<T>) {
  const t = useTexts(conditionWords)
  const properties = attributes.find((one) => one.name === item.event)?.properties ?? []
  const first = properties[0]
  const asked = item.where === null || item.where === undefined ? null : fromJson(item.where).items
  if (asked === null) {
    return readOnly || !first ? null : (
      <Button type="link" size="small" onClick={() => onChange({ ...item, where: toJson(attributeItem(first)) })}>
        {t.addWhere}
      </Button>
    )
  }
  const only = asked.length === 1 ? asked[0]! : null
  const route = routeOf(item.where)
  const station = stationOf(item.where)
  return (
    <span className="cond-where">
      {t.where}
      {route ? (
        <RouteInput value={route} readOnly={readOnly} onChange={(next) => onChange({ ...item, where: routeJson(next) })} />
      ) : station !== null ? (
        <>
          <span>{t.station}</span>
          <StationInput label={t.station} value={station} readOnly={readOnly} onChange={(code) => onChange({ ...item, where: stationJson(String(code)) })} />
        </>
      ) : only?.kind === 'attribute' ? (
        <AttributeLine item={only} attributes={properties} readOnly={readOnly} onChange={(next) => onChange({ ...item, where: toJson(next) })} />
      ) : (
        <code>{JSON.stringify(item.where)}</code>
      )}
      {!readOnly && <RemoveButton onClick={() => onChange({ ...item, where: null })} />}
    </span>
  )
}
