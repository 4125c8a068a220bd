import { DownloadOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'

/** A file to take away, as a workbook first and as CSV beside it. */
export function FileButtons({ name, path, query = '' }: { name: string; path: string; query?: string }) {
  return (
    <Space.Compact>
      <Button icon={<DownloadOutlined />} href={`${path}.xlsx${query}`}>{name}</Button>
      <Button href={`${path}.csv${query}`} aria-label={`${name} CSV`}>CSV</Button>
    </Space.Compact>
  )
}
