import { Problem } from '@waystation/client'
import { Brand, dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input } from 'antd'
import { api } from '../data/client'
import { useAction } from '../data/action'
import { useSetSession, useWorld } from '../data/session'
import { shell } from './texts'

const texts = dictionary(
  {
    title: '登录', login: '账号', password: '密码', enter: '登录', wrong: '账号或密码不对，请再试一次。',
    line: '公平地售票，让每一程都成为长久的关系。', loginMissing: '请填写账号', passwordMissing: '请填写密码',
    demo: '示例数据：账号和一次性密码在启动时打印的那一行里。',
  },
  {
    title: 'Sign in', login: 'Login', password: 'Password', enter: 'Sign in', wrong: 'Login or password is not right. Please try again.',
    line: 'Sell journeys fairly, and let each become a lasting relationship.', loginMissing: 'Enter your login', passwordMissing: 'Enter your password',
    demo: 'Demo data: login and one-time password are in the line printed at start.',
  },
)

export function SignIn() {
  const t = useTexts(texts)
  const s = useTexts(shell)
  const look = useAppearance()
  const world = useWorld().data
  const setSession = useSetSession()
  const enter = useAction(
    (given: { login: string; password: string }) => api.signIn(given.login, given.password),
    (session) => setSession(session),
  )
  const wrong = enter.error instanceof Problem && enter.error.status === 401 && !enter.error.sentence
  return (
    <main className="sign-in">
      <div className="sign-in-card w-card">
        <Brand name={s.product} line={world ? `${s.latin} · ${look.say(world.name)}` : s.latin} />
        <p className="page-purpose">{t.line}</p>
        <h1>{t.title}</h1>
        <Form layout="vertical" requiredMark={false} onFinish={(given: { login: string; password: string }) => enter.mutate(given)}>
          <Form.Item name="login" label={t.login} rules={[{ required: true, message: t.loginMissing }]}>
            <Input autoFocus autoComplete="username" size="large" />
          </Form.Item>
          <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.passwordMissing }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          {enter.error && <ErrorState error={wrong ? { sentence: t.wrong } : enter.error} />}
          <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
            {t.enter}
          </Button>
        </Form>
        {world?.demo && <p className="w-quiet">{t.demo}</p>}
        <button type="button" className="w-link" onClick={() => look.setLanguage(look.language === 'zh' ? 'en' : 'zh')}>
          {s.language}
        </button>
      </div>
    </main>
  )
}
