import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, Problem } from '@waystation/client'
import { api } from './api'
import { kept } from './kept'

/** Who is signed in; null when nobody is. Without a network it is whoever was. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      try {
        const session = await api.session()
        if (session.caller.kind !== 'member') kept.forget()
        return session.caller.kind === 'member' ? session.caller : null
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        const member = problem.offline ? kept.read() : null
        if (member) return { kind: 'member' as const, ...member }
        // Anything but an answer that nobody is signed in is a fault of the service, and signs nobody out.
        if (!problem.offline && problem.status !== 401 && problem.status !== 403) throw problem
        return null
      }
    },
    staleTime: 60_000,
  })
}

export function useForgetAll() {
  const client = useQueryClient()
  return () => {
    kept.forget()
    client.clear()
  }
}

export const useMe = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      const me = await api.me()
      kept.keep(me)
      return me
    },
  })
export const useTier = () => useQuery({ queryKey: ['tier'], queryFn: api.tier })
export const useClubs = () => useQuery({ queryKey: ['clubs'], queryFn: async () => itemsOf(await api.clubs()) })
export const useNominees = () => useQuery({ queryKey: ['nominees'], queryFn: async () => itemsOf(await api.nominees()) })
export const usePoints = () => useQuery({ queryKey: ['points'], queryFn: api.points })
/** What may be spent now, with what expires next. */
export function usePointBalance() {
  const points = usePoints().data
  return points ? { amount: points.spendable, worth: { minor: points.worth, currency: 'CNY' }, next: points.expiring[0] ?? null } : null
}
/** The number a person answers, if the operator has given one. */
export const useHelpPhone = () => useWorld().data?.helpPhone ?? null
export const useTrips = () => useQuery({ queryKey: ['trips'], queryFn: api.trips, refetchInterval: 20_000 })
export const useWorld = () => useQuery({ queryKey: ['world'], queryFn: api.world, refetchInterval: 20_000 })
export const useTravellers = () => useQuery({ queryKey: ['travellers'], queryFn: async () => itemsOf(await api.travellers()) })
export const useCities = (q: string) => useQuery({ queryKey: ['cities', q], queryFn: async ({ signal }) => itemsOf(await api.cities(q, signal)), staleTime: 300_000 })
