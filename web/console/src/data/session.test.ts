import type { Session } from '@waystation/client'
import { expect, test } from 'vitest'
import { staffOf } from './session'

const session = (permissions: string[]) => ({ caller: { kind: 'staff', id: 'stf_1', name: 'Ann', roles: [], permissions, mustChangePassword: false } }) as unknown as Session

test('somebody who sees only some venues is offered nothing that does not tell venues apart', () => {
  const limited = staffOf(session(['events.read', 'members.read', 'timetable.read', 'staff.manage']), ['inn'])
  expect(limited?.may('events.read')).toBe(true)
  expect(limited?.may('timetable.read')).toBe(true)
  expect(limited?.may('members.read')).toBe(false)
  expect(limited?.may('staff.manage|events.read')).toBe(true)
  expect(limited?.may('park.read')).toBe(false)
})

test('everybody else is offered what their roles allow', () => {
  const whole = staffOf(session(['members.read']), null)
  expect(whole?.may('members.read')).toBe(true)
  expect(whole?.may('staff.manage')).toBe(false)
  expect(staffOf(session(['*']), null)?.may('staff.manage')).toBe(true)
})
