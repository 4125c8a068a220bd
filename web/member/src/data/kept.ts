import type { Me } from './api'

const KEY = 'waystation.member'

/** What stays on the phone to show the member code without a network: nothing a thief could use. */
export interface KeptMember {
  id: string
  name: string
}

export const memberCode = (id: string) => `waystation:member:${id}`

export const kept = {
  read(): KeptMember | null {
    try {
      const text = window.localStorage.getItem(KEY)
      return text ? (JSON.parse(text) as KeptMember) : null
    } catch {
      return null
    }
  },
  keep({ id, name }: Me) {
    try {
      window.localStorage.setItem(KEY, JSON.stringify({ id, name }))
    } catch {
      // A browser that keeps nothing shows the code with a network only.
    }
  },
  forget() {
    try {
      window.localStorage.removeItem(KEY)
    } catch {
      // Nothing was kept.
    }
  },
}
