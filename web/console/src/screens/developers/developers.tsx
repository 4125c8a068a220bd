import { useTexts } from '@waystation/design'
import { Tabs } from 'antd'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { ApiErrors } from './errors'
import { Quarantine } from './quarantine'
import { Rules } from './rules'
import { SignatureChecker } from './signature'
import { Webhooks } from './webhooks'
import { Sources } from './sources'
import { developerWords } from './words'

/** All it takes to connect another system, in one place. */
export default function Developers() {
  const t = useTexts(developerWords)
  const staff = useStaff()
  const events = staff.may('events.read')
  const whole = events && staff.venues === null
  const tabs = [
    { key: 'errors', shown: staff.may('clients.manage'), children: <ApiErrors /> },
    { key: 'webhooks', shown: whole, children: <Webhooks /> },
    { key: 'sources', shown: events, children: <Sources /> },
    { key: 'signature', shown: whole, children: <SignatureChecker /> },
    { key: 'quarantine', shown: whole, children: <Quarantine /> },
    { key: 'rules', shown: true, children: <Rules /> },
  ].filter((tab) => tab.shown)
  const [filters, change] = useFilters({ tab: tabs[0]?.key ?? 'rules' })
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={staff.may('clients.manage') && <Link to="/api-clients">{t.keys}</Link>}>
      <Tabs activeKey={filters.tab} onChange={(tab) => change({ tab })} destroyOnHidden items={tabs.map(({ key, children }) => ({ key, label: t.tabs[key as keyof typeof t.tabs], children }))} />
    </Page>
  )
}
