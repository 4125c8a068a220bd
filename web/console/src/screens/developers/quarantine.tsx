import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, type TableProps } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable } from '../../shell/page'
import { developerWords } from './words'

type Waiting = Shapes['events.QuarantinedView']

/** Messages that did not fit: where, what to do, and replay once it is mended. */
export function Quarantine() {
  const t = useTexts(developerWords)
  const { say } = useAppearance()
  const staff = useStaff()
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: ['quarantine'] })
  const sources = useQuery({ queryKey: ['event-sources'], queryFn: api.eventSources })
  const list = useCursorList<Waiting>('quarantine', api.quarantine, {}, 15_000)
  const replay = useAction((id: string, key) => (id ? api.replayMessage(id, key) : api.replayMessages(key)), undefined, refresh)
  const drop = useAction((id: string, key) => api.dropMessage(id, key), undefined, refresh)
  const may = staff.may('events.write')
  const nameOf = (id: string) => sources.data?.find((one) => one.id === id)?.name ?? id
  const columns: TableProps<Waiting>['columns'] = [
    { title: t.at, render: (_, one) => <DateTimeText at={one.receivedAt} /> },
    { title: t.source, render: (_, one) => nameOf(one.sourceId) },
    { title: t.field, render: (_, one) => <code>{one.field}</code> },
    { title: t.remedy, render: (_, one) => say(one.remedy) },
    { title: t.raw, render: (_, one) => <code className="clip" title={one.raw}>{one.raw}</code> },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        may && (
          <>
            <Button size="small" disabled={replay.isPending} onClick={() => replay.mutate(one.id)}>
              {t.replay}
            </Button>{' '}
            <Button size="small" type="text" danger onClick={() => drop.mutate(one.id)}>
              {t.drop}
            </Button>
          </>
        ),
    },
  ]
  const failed = replay.error ?? drop.error
  return (
    <>
      <FilterBar
        right={
          may && list.items.length > 0 ? (
            <Button type="primary" disabled={replay.isPending} onClick={() => replay.mutate('')}>
              {t.replayAll}
            </Button>
          ) : undefined
        }
      >
        {replay.data && <span role="status">{t.replayedTold(replay.data.taken, replay.data.repeated, replay.data.stillBad)}</span>}
      </FilterBar>
      {failed && <ErrorState error={failed} kept />}
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.noQuarantine, hint: t.noQuarantineHint }} />
    </>
  )
}
