import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, versionOf, type StaffMember } from '@waystation/client'
import { dictionary, ErrorState, Mark, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Form, Input, Modal, Select, Switch, type TableProps } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useCursorList } from '../../data/lists'
import { ListTable, Page } from '../../shell/page'
import { AuditLink } from './audit-link'
import { Secret } from '../../shell/secret'
import { shell } from '../../shell/texts'

const texts = dictionary(
  {
    title: '员工', purpose: '谁能登录、是什么岗位。岗位决定看得到和做得了什么。', add: '添加员工', login: '账号', name: '姓名', roles: '岗位', state: '状态', active: '在用', inactive: '停用', passwordTitle: '请交给本人', passwordNote: '一次性密码只显示这一次；第一次登录时须换成自己的。', missing: '请填写', save: '添加', edit: '修改', editTitle: (login: string) => `修改 ${login}`, keep: '保存', changed: '已保存', inUse: '可以登录', empty: '还没有员工', emptyHint: '添加第一位同事。',
  },
  {
    title: 'Staff', purpose: 'Who can sign in, and in which role. Roles decide what is seen and done.', add: 'Add staff', login: 'Login', name: 'Name', roles: 'Roles', state: 'State', active: 'active', inactive: 'inactive', passwordTitle: 'Hand this over', passwordNote: 'The one-time password is shown this once; it has to be changed at the first sign-in.', missing: 'Required', save: 'Add', edit: 'Change', editTitle: (login: string) => `Change ${login}`, keep: 'Save', changed: 'Saved', inUse: 'May sign in', empty: 'No staff yet', emptyHint: 'Add the first colleague.',
  },
)

export default function StaffScreen() {
  const t = useTexts(texts)
  const s = useTexts(shell)
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  const list = useCursorList('staff', api.staff, {})
  const roleName = (role: string) => s.roles[role as keyof typeof s.roles] ?? role
  const columns: TableProps<StaffMember>['columns'] = [
    { title: t.login, render: (_, one) => <b>{one.login}</b> },
    { title: t.name, dataIndex: 'name' },
    { title: t.roles, render: (_, one) => one.roles.map((role) => <Mark key={role} tone="indigo">{roleName(role)}</Mark>) },
    { title: t.state, render: (_, one) => (one.active === false ? <Mark>{t.inactive}</Mark> : <Mark tone="good">{t.active}</Mark>) },
    { align: 'right', render: (_, one) => <><AuditLink about={one.id} small /> <Button type="link" size="small" onClick={() => setEditing(one.id)}>{t.edit}</Button></> },
  ]
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={add}>
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.empty, hint: t.emptyHint, action: add }} />
      <AddStaff open={adding} onClose={() => setAdding(false)} />
      {editing && <ChangeStaff id={editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function AddStaff({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const client = useQueryClient()
  const [password, setPassword] = useState<string | null>(null)
  const roles = useQuery({ queryKey: ['roles'], queryFn: async () => itemsOf(await api.roles()), enabled: open })
  const add = useAction(
    (staff: { login: string; name: string; roles: string[] }, key) => api.addStaff(staff, key),
    (added) => {
      void client.invalidateQueries({ queryKey: ['staff'] })
      if (added.oneTimePassword) setPassword(added.oneTimePassword)
      else close()
    },
  )
  const close = () => {
    setPassword(null)
    add.reset()
    onClose()
  }
  const required = [{ required: true, message: t.missing }]
  return (
    <Modal open={open} onCancel={close} title={password === null ? t.add : t.passwordTitle} footer={null} destroyOnHidden width={460}>
      {password !== null ? (
        <Secret value={password} note={t.passwordNote} onDone={close} />
      ) : (
      <Form layout="vertical" requiredMark={false} onFinish={(staff: { login: string; name: string; roles: string[] }) => add.mutate(staff)}>
        <Form.Item name="login" label={t.login} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="roles" label={t.roles} rules={required}>
          <Select mode="multiple" options={(roles.data ?? []).map((role) => ({ value: role.code, label: say(role.label) }))} />
        </Form.Item>
        {add.error && <ErrorState error={add.error} kept />}
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t.save}
        </Button>
      </Form>
      )}
    </Modal>
  )
}

/** Changes one account as it was when the window opened. */
function ChangeStaff({ id, onClose }: { id: string; onClose(): void }) {
  const t = useTexts(texts)
  const one = useQuery({ queryKey: ['staff-member', id], queryFn: () => api.staffMember(id), staleTime: Infinity, gcTime: 0 })
  return (
    <Modal open onCancel={onClose} title={t.editTitle(one.data?.login ?? '')} footer={null} destroyOnHidden width={460}>
      {one.error ? <ErrorState error={one.error} onRetry={() => void one.refetch()} /> : one.data ? <ChangeForm key={versionOf(one.data)} staff={one.data} onReload={() => void one.refetch()} onDone={onClose} /> : <SkeletonRows rows={3} />}
    </Modal>
  )
}

function ChangeForm({ staff, onReload, onDone }: { staff: StaffMember; onReload(): void; onDone(): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { message } = App.useApp()
  const client = useQueryClient()
  const roles = useQuery({ queryKey: ['roles'], queryFn: async () => itemsOf(await api.roles()) })
  const edit = useEdit({
    version: versionOf(staff),
    send: (change: { name: string; roles: string[]; active: boolean }, version, key) => api.changeStaff(staff.id, change, version, key),
    latest: async () => versionOf(await api.staffMember(staff.id)),
    reload: onReload,
    after: () => {
      void client.invalidateQueries({ queryKey: ['staff'] })
      void message.success(t.changed)
      onDone()
    },
  })
  const required = [{ required: true, message: t.missing }]
  return (
    <Form layout="vertical" requiredMark={false} initialValues={{ name: staff.name, roles: staff.roles, active: staff.active !== false }} onFinish={(change: { name: string; roles: string[]; active: boolean }) => edit.save(change)}>
      {edit.notice}
      <Form.Item name="name" label={t.name} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label={t.roles} rules={required}>
        <Select mode="multiple" options={(roles.data ?? []).map((role) => ({ value: role.code, label: say(role.label) }))} />
      </Form.Item>
      <Form.Item name="active" label={t.inUse} valuePropName="checked">
        <Switch />
      </Form.Item>
      {edit.error && <ErrorState error={edit.error} kept />}
      <Button type="primary" htmlType="submit" loading={edit.pending}>
        {t.keep}
      </Button>
    </Form>
  )
}
