import { useQuery } from '@tanstack/react-query'
import { useAppearance } from '@waystation/design'
import { api } from './client'

/** The cities are few and change with a timetable only: one answer serves every screen. */
export function useCityName(): (code: string | null | undefined) => string {
  const { say } = useAppearance()
  const cities = useQuery({ queryKey: ['cities'], queryFn: async () => new Map((await api.cities('')).items.map((city) => [city.code, city.name])), staleTime: 600_000 })
  return (code) => (code ? say(cities.data?.get(code) ?? code) : '')
}
