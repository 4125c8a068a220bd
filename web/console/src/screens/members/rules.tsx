import { useQuery } from '@tanstack/react-query'
import { itemsOf, type EarningRule } from '@waystation/client'
import { DateTimeText, Mark, useAppearance, useTexts, type Tone } from '@waystation/design'
import { Button, Select, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { ruleWords } from './rule-words'

const defaults = { programme: '' }
const tones: Record<string, Tone> = { live: 'good', scheduled: 'indigo', draft: 'plain', ended: 'plain' }

export function RuleMark({ state }: { state: string }) {
  const t = useTexts(ruleWords)
  return <Mark tone={tones[state] ?? 'plain'}>{t.states[state as keyof typeof t.states] ?? state}</Mark>
}

export default function Rules() {
  const t = useTexts(ruleWords)
  const { say } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('earning-rules', api.earningRules, {})
  const programmes = useQuery({ queryKey: ['earning-programmes'], queryFn: async () => itemsOf(await api.earningProgrammes()), staleTime: 600_000 })
  const shown = { ...list, items: list.items.filter((rule) => !filters.programme || rule.programme === filters.programme) }
  const nameOf = (code: string) => say(programmes.data?.find((one) => one.code === code)?.name) || code
  const columns: TableProps<EarningRule>['columns'] = [
    { title: t.name, render: (_, rule) => <b>{say(rule.name)}</b> },
    { title: t.sentence, width: 460, render: (_, rule) => <span className="w-quiet clip">{say(rule.versions[0]?.sentence)}</span> },
    { title: t.programme, render: (_, rule) => nameOf(rule.programme) },
    { title: t.trigger, render: (_, rule) => say(rule.triggerName) },
    { title: t.state, render: (_, rule) => <RuleMark state={rule.state} /> },
    { title: t.from, render: (_, rule) => (rule.versions[0]?.from ? <DateTimeText at={rule.versions[0].from} /> : '—') },
  ]
  const create = staff.may('rules.write') && (
    <Link to="/rules/new">
      <Button type="primary">{t.create}</Button>
    </Link>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<><Link to="/rules/days"><Button>{t.calendar}</Button></Link>{create}</>}>
      <FilterBar onReset={filters.programme ? reset : undefined}>
        <Select
          aria-label={t.programme}
          value={filters.programme}
          style={{ minWidth: 180 }}
          options={[{ value: '', label: t.all }, ...(programmes.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))]}
          onChange={(programme) => change({ programme })}
        />
      </FilterBar>
      <ListTable
        list={shown}
        columns={columns}
        rowKey="code"
        onOpen={(rule) => void navigate(`/rules/${encodeURIComponent(rule.code)}`)}
        filtered={filters.programme !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint, action: create }}
      />
    </Page>
  )
}
