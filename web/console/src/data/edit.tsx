import { Problem } from '@waystation/client'
import { dictionary, useTexts } from '@waystation/design'
import { Button } from 'antd'
import { useAction } from './action'

const texts = dictionary(
  { changed: '您打开之后，有人改过这里。', kept: '您的改动还在屏幕上，没有保存。', reload: '看最新的，放弃我的', keep: '用我的覆盖' },
  { changed: 'Somebody changed this after you opened it.', kept: 'Your change is still on the screen and has not been saved.', reload: 'Show theirs, drop mine', keep: 'Keep mine, replace theirs' },
)

interface Edit<Input, Result> {
  /** The version the screen shows, as the service gave it. */
  version: string | undefined
  send(input: Input, version: string | undefined, key: string): Promise<Result>
  /** Reads the present version again, for somebody who means to replace it. */
  latest(): Promise<string | undefined>
  /** Shows what is there now. */
  reload(): void
  after?(result: Result): void
}

/**
 * A change of something that others may change too: sent with the version it was made on. When that
 * is no longer the present one nothing is lost and nothing overwritten: the person decides.
 */
export function useEdit<Input, Result>({ version, send, latest, reload, after }: Edit<Input, Result>) {
  const action = useAction<{ input: Input; version: string | undefined }, Result>((made, key) => send(made.input, made.version, key), after)
  const clash = action.error instanceof Problem && action.error.status === 412
  const save = (input: Input, options?: { onError(error: unknown): void }) =>
    action.mutate({ input, version: version }, { onError: (error) => (error instanceof Problem && error.status === 412 ? undefined : options?.onError(error)) })
  const notice = clash && action.variables && (
    <Clash
      onReload={() => {
        action.reset()
        reload()
      }}
      onKeep={() => {
        const { input } = action.variables
        void latest().then((present) => action.mutate({ input, version: present }))
      }}
      busy={action.isPending}
    />
  )
  return { save, notice, pending: action.isPending, error: clash ? null : action.error, reset: action.reset }
}

function Clash({ onReload, onKeep, busy }: { onReload(): void; onKeep(): void; busy: boolean }) {
  const t = useTexts(texts)
  return (
    <div className="verdict is-attention clash" role="alert">
      <span>
        <b>{t.changed}</b> {t.kept}
      </span>
      <span className="page-actions">
        <Button type="primary" onClick={onReload}>
          {t.reload}
        </Button>
        <Button loading={busy} onClick={onKeep}>
          {t.keep}
        </Button>
      </span>
    </div>
  )
}
