import { dictionary } from '@waystation/design'

export const words = dictionary(
  {
    title: '导入', purpose: '会员、余额和优惠券从文件进来：先试运行看结果，再执行；24 小时内可以撤销。',
    start: '导入什么', history: '导入记录', noHistory: '还没有导入过', noHistoryHint: '选一类数据，传一份文件，结果会留在这里。',
    needsSecond: '带来余额或券，执行前需要另一位同事同意', free: '上传的人可以直接执行',
    template: '下载模板', exportAll: '导出现有数据', drop: '把 Excel 工作簿（.xlsx）或 CSV 拖到这里，或点一下选择', kinds: '第一行是表头；CSV 用 UTF-8 或 GB18030 都行；最多 200 万行、256 MB，工作簿读第一张表。',
    steps: { upload: '上传', columns: '对应列', check: '试运行', run: '执行', result: '结果' },
    columnsHint: '表头已按名称对上：空格、大小写、全角半角和常用别名都认。没对上的列会被忽略。',
    heading: '文件里的列', means: '对应', ignored: '忽略', needed: '必需', missing: (names: string) => `还缺必需的列：${names}`,
    check: '试运行', checkAgain: '再试运行一次', run: '执行', undo: '撤销这次导入', approve: '同意执行',
    runTitle: (made: string, updated: string) => `将新增 ${made} 行、更新 ${updated} 行`, runHint: '被拒的行不会写入。执行后 24 小时内可以撤销。',
    undoTitle: (count: string) => `将撤销 ${count} 行的改动`, undoHint: '已经有订单、流水或又改过的行会保留，并写明原因。', sure: '确定', back: '返回',
    made: '新增', updated: '更新', unchanged: '不变', rejected: '被拒', rows: '行数', undone: '已撤销',
    states: { uploaded: '已上传', checking: '试运行中', checked: '已试运行', running: '执行中', done: '完成', partial: '部分成功', cancelled: '已取消', undoing: '撤销中', undone: '已撤销', partly_undone: '部分撤销' },
    waiting: '等另一位有审批权限的同事同意后才能执行。', agreed: '已有同事同意。', ownFile: '上传的人不能自己同意。',
    nothing: '没有会新增或更新的行，不用执行。', refusedTitle: '被拒的行', keptTitle: '没有撤销的行', errorFile: '下载错误文件', errorFileHint: '原样的行加一列“错误原因”，改好后直接再传。',
    line: '行', row: '内容', why: '原因', until: (time: string) => `${time} 前可以撤销`, file: '文件', when: '时间', state: '状态', result: '结果', see: '打开', another: '再导入一份', noRefused: '没有被拒的行', columnOf: '列',
  },
  {
    title: 'Import', purpose: 'Members, balances and coupons from files: a dry run first, then the run; it can be undone for 24 hours.',
    start: 'What to import', history: 'Imports so far', noHistory: 'Nothing imported yet', noHistoryHint: 'Choose a kind, upload a file and its result stays here.',
    needsSecond: 'Brings balances or coupons: a colleague has to agree before the run', free: 'Whoever uploads may run it',
    template: 'Template', exportAll: 'Export what there is', drop: 'Drop a workbook (.xlsx) or CSV here, or click to choose', kinds: 'The first row is the heading; CSV in UTF-8 or GB18030; 2 million rows and 256 MB at most. Of a workbook the first sheet is read.',
    steps: { upload: 'Upload', columns: 'Columns', check: 'Dry run', run: 'Run', result: 'Result' },
    columnsHint: 'Headings were matched by name: spaces, case, width and usual synonyms do not matter. Columns without a meaning are ignored.',
    heading: 'Column of the file', means: 'Means', ignored: 'Ignored', needed: 'needed', missing: (names: string) => `Columns still missing: ${names}`,
    check: 'Dry run', checkAgain: 'Dry run again', run: 'Run', undo: 'Undo this import', approve: 'Agree to the run',
    runTitle: (made: string, updated: string) => `${made} rows will be new and ${updated} updated`, runHint: 'Refused rows are not written. The run can be undone for 24 hours.',
    undoTitle: (count: string) => `The changes of ${count} rows will be undone`, undoHint: 'Rows with orders or entries, or changed since, stay and say why.', sure: 'Confirm', back: 'Back',
    made: 'New', updated: 'Updated', unchanged: 'Unchanged', rejected: 'Refused', rows: 'Rows', undone: 'Undone',
    states: { uploaded: 'Uploaded', checking: 'Dry run', checked: 'Checked', running: 'Running', done: 'Done', partial: 'Partly done', cancelled: 'Cancelled', undoing: 'Undoing', undone: 'Undone', partly_undone: 'Partly undone' },
    waiting: 'A colleague who may approve has to agree before the run.', agreed: 'A colleague has agreed.', ownFile: 'Whoever uploaded it cannot agree.',
    nothing: 'No row would make or change anything, so there is nothing to run.', refusedTitle: 'Refused rows', keptTitle: 'Rows that were not undone', errorFile: 'Download refused rows', errorFileHint: 'The rows as they came with a column 错误原因; mend them and upload the file as it is.',
    line: 'Line', row: 'Content', why: 'Reason', until: (time: string) => `Can be undone until ${time}`, file: 'File', when: 'Time', state: 'State', result: 'Result', see: 'Open', another: 'Import another', noRefused: 'No refused rows', columnOf: 'Column',
  },
)

export const moving = (state: string) => state === 'checking' || state === 'running' || state === 'undoing'

export const tones: Record<string, 'plain' | 'indigo' | 'good' | 'attention' | 'stop'> = {
  uploaded: 'plain', checking: 'indigo', checked: 'indigo', running: 'indigo', done: 'good', partial: 'attention', cancelled: 'plain', undoing: 'indigo', undone: 'plain', partly_undone: 'attention',
}
