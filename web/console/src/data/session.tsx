import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Problem, type Session, type World } from '@waystation/client'
import { createContext, useContext, type ReactNode } from 'react'
import { api } from './client'

export interface Staff {
  id: string
  name: string
  roles: string[]
  /** The venues this person sees; null where nobody limited that. */
  venues: string[] | null
  may(permission: string): boolean
}

const StaffContext = createContext<Staff | null>(null)

export function StaffProvider({ staff, children }: { staff: Staff; children: ReactNode }) {
  return <StaffContext value={staff}>{children}</StaffContext>
}

export function useStaff(): Staff {
  const staff = useContext(StaffContext)
  if (!staff) throw new Error('useStaff needs a signed-in shell above it')
  return staff
}

/** What tells venues apart; everything else is shut to somebody who sees only some of them. */
const knowVenues = new Set(['timetable.read', 'park.read', 'events.read'])

export function staffOf(session: Session | null | undefined, venues: string[] | null): Staff | null {
  if (session?.caller?.kind !== 'staff') return null
  const permissions = new Set(session.caller.permissions)
  return {
    id: String(session.caller.id ?? ''),
    name: session.caller.name ?? '',
    roles: session.caller.roles ?? [],
    venues,
    may: (permission) => permission.split('|').some((one) => (permissions.has('*') || permissions.has(one)) && (venues === null || knowVenues.has(one))),
  }
}

export function mustChangePassword(session: Session | null | undefined): boolean {
  return session?.caller.kind === 'staff' && session.caller.mustChangePassword === true
}

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      try {
        return await api.session()
      } catch (error) {
        if (error instanceof Problem && (error.status === 401 || error.status === 403)) return null
        throw error
      }
    },
    staleTime: 60_000,
  })
}

/** The venues somebody sees, asked once they are signed in. */
export function useOwnVenues(session: Session | null | undefined) {
  const id = session?.caller.kind === 'staff' && !session.caller.mustChangePassword ? session.caller.id : undefined
  return useQuery({ queryKey: ['own-venues', id], queryFn: async () => (await api.ownVenues()).venues ?? null, enabled: id !== undefined, staleTime: 60_000 })
}

export function useSetSession() {
  const client = useQueryClient()
  return (session: Session | null) => {
    // Clearing all would cut the shell off from the session it watches, and nothing would redraw.
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' && query.getObserversCount() === 0 })
    client.setQueryData(['session'], session)
  }
}

/** The world's clock moves with simulated time, so it is asked for again and again. */
export function useWorld() {
  return useQuery<World>({ queryKey: ['world'], queryFn: api.world, refetchInterval: 5_000, staleTime: 4_000 })
}

export function useNow(): string {
  return useWorld().data?.now ?? new Date().toISOString()
}
