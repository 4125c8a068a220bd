import { useTexts } from '@waystation/design'
import { Segmented } from 'antd'
import { useFilters } from '../../data/address'
import { Page } from '../../shell/page'
import { Adjustments } from './adjustments'
import { Claims } from './claims'
import { words } from './words'

/** What waits for a person: claims of members, adjustments of colleagues. */
export default function Desk() {
  const t = useTexts(words)
  const [filters, change] = useFilters({ tab: 'claims' })
  return (
    <Page title={t.desk} name={t.desk} purpose={t.deskPurpose}>
      <div className="stack">
        <Segmented aria-label={t.desk} value={filters.tab} onChange={(tab) => change({ tab })} options={[{ value: 'claims', label: t.claims }, { value: 'adjustments', label: t.adjustments }]} />
        {filters.tab === 'claims' ? <Claims /> : <Adjustments />}
      </div>
    </Page>
  )
}
