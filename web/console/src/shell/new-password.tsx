import { Brand, dictionary, ErrorState, useTexts } from '@waystation/design'
import { Button, Form, Input } from 'antd'
import { api } from '../data/client'
import { useAction } from '../data/action'
import { useSetSession } from '../data/session'
import { shell } from './texts'

const texts = dictionary(
  { title: '换一个自己的密码', hint: '一次性密码只用来第一次登录。', present: '现在的密码', next: '新密码', again: '再输一次', length: '至少 12 个字符', differ: '两次输入不一样', save: '保存并进入', leave: '退出登录' },
  { title: 'Choose your own password', hint: 'The one-time password is for the first sign-in only.', present: 'Present password', next: 'New password', again: 'Once more', length: 'At least 12 characters', differ: 'The two entries differ', save: 'Save and enter', leave: 'Sign out' },
)

interface Entered {
  present: string
  next: string
}

export function NewPassword() {
  const t = useTexts(texts)
  const s = useTexts(shell)
  const setSession = useSetSession()
  const change = useAction(
    (entered: Entered, key) => api.changePassword(entered.present, entered.next, key),
    (session) => setSession(session),
  )
  const leave = useAction(() => api.signOut(), () => setSession(null))
  return (
    <main className="sign-in">
      <div className="sign-in-card w-card">
        <Brand name={s.product} line={s.latin} />
        <h1>{t.title}</h1>
        <p className="page-purpose">{t.hint}</p>
        <Form layout="vertical" requiredMark={false} onFinish={(entered: Entered) => change.mutate({ present: entered.present, next: entered.next })}>
          <Form.Item name="present" label={t.present} rules={[{ required: true, message: t.present }]}>
            <Input.Password autoFocus autoComplete="current-password" size="large" />
          </Form.Item>
          <Form.Item name="next" label={t.next} rules={[{ required: true, min: 12, message: t.length }]} extra={t.length}>
            <Input.Password autoComplete="new-password" size="large" />
          </Form.Item>
          <Form.Item
            name="again"
            label={t.again}
            dependencies={['next']}
            rules={[({ getFieldValue }) => ({ validator: (_, value) => (value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t.differ))) })]}
          >
            <Input.Password autoComplete="new-password" size="large" />
          </Form.Item>
          {change.error && <ErrorState error={change.error} kept />}
          <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
            {t.save}
          </Button>
        </Form>
        <button type="button" className="w-link" onClick={() => leave.mutate(undefined)}>
          {t.leave}
        </button>
      </div>
    </main>
  )
}
