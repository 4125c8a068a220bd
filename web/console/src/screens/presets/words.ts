import { dictionary } from '@waystation/design'

export const presetWords = dictionary(
  {
    title: '会员方案', purpose: '整套会员规则一次选定：先看会变什么、要花多少，再启用；不合适可以整套撤回。',
    inForce: '已全部生效', changes: (n: number) => `与现行规则有 ${n} 处不同`, compare: '对比并启用', look: '查看',
    history: '启用记录', when: '时间', who: '操作人', what: '改动的规则', state: '状态', stands: '生效中', taken: '已撤回', takeBack: '撤回',
    takeBackAsk: '撤回后恢复以下规则；之后又被人改过的保持不动。', nothingBack: '这些规则之后都被改过，撤回不会再变动。', done: (n: number) => `已撤回 ${n} 组规则`, kept: (names: string) => `保持不动：${names}`,
    noHistory: '还没有启用过方案', noHistoryHint: '选一个方案，对比后启用。',
    rule: '规则', now: '现行', then: '启用后', fresh: '（无）', ends: '（停用）', same: (n: number) => `${n} 条不变`, noChange: '全部相同，无需改动',
    adopt: (n: number) => `启用所选 ${n} 组`, adoptAsk: '所选规则立即生效；已发放的积分、已达到的等级和已售年卡不受影响。', adopted: '方案已启用，可在启用记录中整套撤回。', cost: '影响测算', none: '没有选中要启用的规则', back: '返回方案',
  },
  {
    title: 'Programmes', purpose: 'A whole set of members’ rules at once: see what changes and what it costs, then adopt; take it back as a whole if it does not fit.',
    inForce: 'All in force', changes: (n: number) => `differs from today’s rules in ${n} ${n === 1 ? 'place' : 'places'}`, compare: 'Compare and adopt', look: 'Look',
    history: 'Adoptions', when: 'When', who: 'By', what: 'Rules changed', state: 'State', stands: 'In force', taken: 'Taken back', takeBack: 'Take back',
    takeBackAsk: 'These rules return; what somebody changed since stays as it is.', nothingBack: 'All of these rules were changed since; taking back would move nothing.', done: (n: number) => `${n} ${n === 1 ? 'subject' : 'subjects'} taken back`, kept: (names: string) => `left as they are: ${names}`,
    noHistory: 'No programme was adopted yet', noHistoryHint: 'Choose one, compare it, adopt it.',
    rule: 'Rule', now: 'Now', then: 'Then', fresh: '(none)', ends: '(ends)', same: (n: number) => `${n} unchanged`, noChange: 'All the same, nothing to change',
    adopt: (n: number) => `Adopt ${n} chosen`, adoptAsk: 'The chosen rules count at once. Points already given, tiers already reached and passes already sold stay.', adopted: 'Adopted. It can be taken back as a whole under Adoptions.', cost: 'What it would move', none: 'Nothing is chosen', back: 'All programmes',
  },
)
