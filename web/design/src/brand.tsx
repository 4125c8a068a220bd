import type { ReactNode } from 'react'

/** The seal and the name, the same on both faces of the product. */
export function Brand({ name, line }: { name: ReactNode; line?: ReactNode }) {
  return (
    <div className="w-brand">
      <span className="w-seal" aria-hidden="true">
        驿
      </span>
      <span>
        <b>{name}</b>
        {line && <span className="w-brand-line">{line}</span>}
      </span>
    </div>
  )
}
