import { dictionary } from '@waystation/design'

export const fieldWords = dictionary(
  {
    kinds: { text: '文字', enum: '选项', number: '整数', flag: '是否', date: '日子' },
    guards: { internal: '内部：直接显示', personal: '个人：遮住，说明原因才看', sensitive: '敏感：加密存放' },
    guardMarks: { internal: '内部', personal: '个人', sensitive: '敏感' },
    sources: { staff: '人工', import: '导入', system: '系统', device: '设备' },
    merges: { source: '来源最强的', newest: '最新的', oldest: '最早的', largest: '最大的', smallest: '最小的', stays: '留下的那位的' },
  },
  {
    kinds: { text: 'text', enum: 'choice', number: 'whole number', flag: 'yes or no', date: 'day' },
    guards: { internal: 'internal: shown', personal: 'personal: masked until a reason is given', sensitive: 'sensitive: sealed' },
    guardMarks: { internal: 'internal', personal: 'personal', sensitive: 'sensitive' },
    sources: { staff: 'staff', import: 'import', system: 'system', device: 'device' },
    merges: { source: 'of the strongest source', newest: 'the newest', oldest: 'the oldest', largest: 'the largest', smallest: 'the smallest', stays: "the one's who stays" },
  },
)
