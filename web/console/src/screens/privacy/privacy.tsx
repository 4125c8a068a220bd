import { useTexts } from '@waystation/design'
import { Button, Input, Tabs } from 'antd'
import { useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { Page } from '../../shell/page'
import { CheckProof } from './check'
import { KeptOutList } from './kept-out'
import { Report } from './report'
import { Requests } from './requests'
import { privacyWords } from './words'

/** The month's figures with their rows, what people asked of their data, and whom nobody writes to. */
export default function Privacy() {
  const t = useTexts(privacyWords)
  const navigate = useNavigate()
  const [filters, change] = useFilters({ tab: 'report' })
  const open = (wanted: string) => {
    const sought = wanted.trim()
    if (sought.startsWith('mbr_')) void navigate(`/privacy/people/${encodeURIComponent(sought)}`)
    else if (sought) void navigate(`/members?q=${encodeURIComponent(sought)}`)
  }
  const tabs = { report: <Report />, requests: <Requests />, kept: <KeptOutList />, check: <CheckProof /> }
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<Input.Search placeholder={t.findHint} aria-label={t.find} enterButton={<Button type="primary">{t.open}</Button>} style={{ width: 320 }} onSearch={open} />}>
      <Tabs activeKey={filters.tab} onChange={(tab) => change({ tab })} destroyOnHidden items={Object.entries(tabs).map(([key, children]) => ({ key, label: t.tabs[key as keyof typeof t.tabs], children }))} />
    </Page>
  )
}
