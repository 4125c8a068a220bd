import { useTexts } from '@waystation/design'
import { Modal } from 'antd'
import { useEffect } from 'react'
import { shell } from './texts'

interface Actions {
  onSearch(): void
  onKeys(): void
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** `Ctrl+K` searches from anywhere; `/` and `?` only while nothing is being typed. */
export function useKeys({ onSearch, onKeys }: Actions) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        onSearch()
      } else if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
        return
      } else if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-filter] input, input[data-filter]')
        if (filter) {
          event.preventDefault()
          filter.focus()
        }
      } else if (event.key === '?') {
        onKeys()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onSearch, onKeys])
}

export function KeysOfPage({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(shell)
  const keys: [string, string][] = [
    ['Ctrl K', t.keyList.search],
    ['/', t.keyList.filter],
    ['?', t.keyList.help],
    ['Esc', t.keyList.close],
    ['Enter', t.keyList.gate],
  ]
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t.keysTitle} width={420}>
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
