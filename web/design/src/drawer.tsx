import { useEffect, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from './appearance'
import { words } from './words'

interface DrawerProps {
  open: boolean
  onClose(): void
  eyebrow?: ReactNode
  title: ReactNode
  footer?: ReactNode
  width?: number
  children: ReactNode
}

/**
 * A side panel on the native dialog: the browser keeps focus inside, closes on Escape and gives
 * focus back to where it came from. It hangs on the body, so that no list around it styles it.
 */
export function Drawer({ open, onClose, eyebrow, title, footer, width = 440, children }: DrawerProps) {
  const t = useTexts(words)
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) {
      if (typeof element.showModal === 'function') element.showModal()
      else element.setAttribute('open', '')
    }
    if (!open && element.open) {
      if (typeof element.close === 'function') element.close()
      else element.removeAttribute('open')
    }
  }, [open])

  return createPortal(
    <dialog
      ref={dialog}
      className="w-drawer"
      style={{ width: `min(${width}px, 100vw)` }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        // A portal still bubbles to its React parents, and a table row would open.
        event.stopPropagation()
        if (event.target === dialog.current) onClose()
      }}
    >
      {open && (
        <div className="w-drawer-body">
          <header className="w-drawer-head">
            <div>
              {eyebrow && <div className="w-eyebrow">{eyebrow}</div>}
              <h2 id={titleId}>{title}</h2>
            </div>
            <button type="button" className="w-icon-button" aria-label={t.close} title={t.close} onClick={onClose}>
              ✕
            </button>
          </header>
          <div className="w-drawer-content">{children}</div>
          {footer && <footer className="w-drawer-foot">{footer}</footer>}
        </div>
      )}
    </dialog>,
    document.body,
  )
}
