import { useQuery } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { EmptyState, ErrorState, Mark, SkeletonBlock, useTexts } from '@waystation/design'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'
import { Page } from '../../shell/page'
import { useChannelName } from '../members/consents'
import { AccountForm } from './account-form'
import { AccountTexts } from './account-texts'
import { channelWords } from './words'

export type Account = Shapes['channels.ChannelAccount']

/** Accounts with vendors of messages. */
export default function Channels() {
  const t = useTexts(channelWords)
  const nameOf = useChannelName()
  const [open, setOpen] = useState<Account | 'new' | null>(null)
  const [texts, setTexts] = useState<string | null>(null)
  const accounts = useQuery({ queryKey: ['channel-accounts'], queryFn: api.channelAccounts })
  const add = (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t.add}
    </Button>
  )
  const shown = accounts.data?.find((one) => one.code === texts)
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={add}>
      {accounts.error ? (
        <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : !accounts.data ? (
        <SkeletonBlock height={240} />
      ) : (
        <div className="w-card list-card">
          {accounts.data.length === 0 ? (
            <EmptyState title={t.empty} hint={t.emptyHint} action={add} />
          ) : (
            <Table
              size="middle"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={accounts.data}
              rowKey="code"
              columns={[
                { title: t.name, render: (_, one) => <><b>{t.vendors[one.vendor] ?? one.vendor}</b><div className="w-quiet">{one.code}</div></> },
                { title: t.channel, render: (_, one) => nameOf(one.channel) },
                { title: t.uses, render: (_, one) => one.purposes.map((purpose) => t.purposes[purpose] ?? purpose).join(' · ') },
                { title: t.order, align: 'right', render: (_, one) => one.position },
                { title: t.state, render: (_, one) => <Mark tone={one.active ? 'good' : 'plain'}>{one.active ? t.on : t.off}</Mark> },
                { title: t.texts, render: (_, one) => (one.channel === 'wecom' ? null : <Button size="small" type="link" onClick={() => setTexts(one.code)}>{t.textsOf(one.texts.length)}</Button>) },
                { title: '', align: 'right', render: (_, one) => <Button size="small" onClick={() => setOpen(one)}>{t.edit}</Button> },
              ]}
            />
          )}
        </div>
      )}
      {open && <AccountForm account={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {shown && <AccountTexts account={shown} onClose={() => setTexts(null)} />}
    </Page>
  )
}
