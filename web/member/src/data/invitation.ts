import { newKey } from '@waystation/client'

const VISITOR = 'waystation.invite'
const INVITER = 'waystation.inviter'
const DEVICE = 'waystation.device'

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing forgets the invitation when the page is closed.
    if (key === VISITOR) held = value
  }
}

let held: string | null = null

/** The invitation this browser came by, until somebody registers with it. */
export const invitation = {
  visitor: () => read(VISITOR) ?? held,
  inviter: () => read(INVITER),
  keep: (visitor: string, inviter: string) => {
    write(VISITOR, visitor)
    // The first link wins, so its inviter stays the one that is shown.
    if (!read(INVITER)) write(INVITER, inviter)
  },
  spend: () => {
    write(VISITOR, null)
    write(INVITER, null)
    held = null
  },
}

/** A number of this browser's own: one device must not play several people. */
export function deviceNumber(): string {
  const known = read(DEVICE)
  if (known) return known
  const fresh = newKey()
  write(DEVICE, fresh)
  return fresh
}
