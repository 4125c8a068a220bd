import { AuditOutlined } from '@ant-design/icons'
import { dictionary, useTexts } from '@waystation/design'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useStaff } from '../../data/session'

const texts = dictionary({ trail: '操作留痕' }, { trail: 'Audit log' })

/** From the page of a thing to everything people did to it. */
export function AuditLink({ about, small }: { about: string; small?: boolean }) {
  const t = useTexts(texts)
  if (!useStaff().may('audit.read')) return null
  return (
    <Link to={`/audit?about=${encodeURIComponent(about)}`}>
      {small ? t.trail : <Button icon={<AuditOutlined />}>{t.trail}</Button>}
    </Link>
  )
}
