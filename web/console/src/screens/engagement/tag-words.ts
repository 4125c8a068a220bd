import { dictionary } from '@waystation/design'

export const tagWords = dictionary(
  { kinds: { flag: '只有有无', enum: '一个词', number: '一个数', date: '一个日子' }, required: '请填写', zh: '中文名', en: '英文名', code: '代码', codeHint: '小写字母、数字、下划线', save: '保存', saved: '已保存' },
  { kinds: { flag: 'nothing more', enum: 'a word', number: 'a number', date: 'a day' }, required: 'Fill this in', zh: 'Chinese name', en: 'English name', code: 'Code', codeHint: 'small letters, digits, underscores', save: 'Save', saved: 'Saved' },
)
