import '@xyflow/react/dist/style.css'
import type { JourneyNode, NodeCounter } from '@waystation/client'
import { dictionary, sayIn, useAppearance, useTexts } from '@waystation/design'
import { Background, Controls, Handle, MarkerType, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react'
import type { Journey } from '@waystation/client'
import { useMemo } from 'react'
import { layout } from './journey-layout'

export const canvasTexts = dictionary(
  {
    kinds: { entry: '进入', wait: '等待', wait_for: '等待', waitfor: '等待', wait_until: '等到', wait_by: '等到某时前后', waituntil: '等到', await: '等事件', branch: '判断', split: '分流', message: '发消息', send: '发消息', action: '动作', act: '动作', exit: '结束', end: '结束', tag: '打标签', grant: '赠送', attribute: '写属性', tier: '授等级', task: '员工任务', call: '问外部系统' },
    entered: '进入', waiting: '等待', done: '通过', withheld: '未发', left: '离开', failed: '出错', converted: '促成目标', canvas: '旅程图', noGraph: '这个旅程还没有步骤。', yes: '是', no: '否',
    settingNames: { length: '时长', time: '时间', fact: '事件', patience: '最多等', lateness: '迟到容忍', arms: '条件', shares: '比例', channel: '渠道', purpose: '用途', template: '文案', goal: '算达成目标', reason: '原因', kind: '种类', what: '哪种', amount: '数量', trial: '实验', path: '等哪个时间', offset: '提前或推后', days: '星期', when: '只算这样的事件', same: '须与进入时相同', late: '最多迟多久', whenLate: '太迟时', lookBack: '往前算', value: '值', from: '取自', club: '俱乐部', tier: '等级', title: '任务', detail: '说明', team: '岗位', dueDays: '几天内', address: '地址', takes: '取回的字段' },
    values: { sms: '短信', inbox: '站内信', wechat: '微信', email: '邮件', marketing: '优惠与活动', service: '行程通知', transactional: '交易通知', skip: '跳过', leave: '离开旅程', TripCompleted: '完成行程', TicketIssued: '买到车票' },
    lengths: { minutes: (n: number) => `${n} 分钟`, hours: (n: number) => `${n} 小时`, days: (n: number) => `${n} 天` },
    remedies: { NO_ENTRY: '加一个进入。', MORE_THAN_ONE_ENTRY: '只留一个进入。', NO_EXIT: '加一个结束。', NAME_IS_TAKEN: '换一个编号。', LEADS_NOWHERE: '把它连到下一步。', UNREACHABLE: '把上一步连过来，或去掉它。', LOOP: '断开绕回来的那一条。', MISSING_TEMPLATE: '选一段已发布的文案。', UNKNOWN_FACT: '换一个事件。', UNKNOWN_PATH: '选一个会员或触发里有的时间。', EMPTY_BRANCH: '加一个条件，或去掉这一步。', SHARES_ARE_NOT_WHOLE: '让各份合起来是 100%。', WAIT_IS_NOT_POSITIVE: '填大于 0 的时长。', TAG_IS_BLANK: '填上标签。', TAG_IS_NOT_SET_BY_HAND: '选一个由人设置的标签。', GRANT_IS_EMPTY: '填上送什么、送多少。', GRANT_IS_UNKNOWN: '换成上架的券、已有的积分或礼包。', TRIAL_IS_UNKNOWN: '选一个比例相同的实验。', CONDITION_DOES_NOT_FIT: '按提示改正条件。', ACTION_IS_INCOMPLETE: '把这一步要的内容填全。', VALUE_DOES_NOT_FIT: '写一个这个属性能用的值。', TIER_IS_UNKNOWN: '选一个现有的等级。', ADDRESS_IS_UNKNOWN: '选一个正在使用的地址。' },
    problems: { NO_ENTRY: '没有进入的一步', MORE_THAN_ONE_ENTRY: '进入的一步不止一个', NO_EXIT: '没有结束的一步', NAME_IS_TAKEN: '编号重复', LEADS_NOWHERE: '没有通向下一步', UNREACHABLE: '走不到这一步', LOOP: '会绕回来', MISSING_TEMPLATE: '消息没有已发布的文案', UNKNOWN_FACT: '等的事件不存在', UNKNOWN_PATH: '等的时间不存在', EMPTY_BRANCH: '判断没有条件', SHARES_ARE_NOT_WHOLE: '分流比例合起来不是一万', WAIT_IS_NOT_POSITIVE: '等待时间要大于 0', TAG_IS_BLANK: '标签没有填', TAG_IS_NOT_SET_BY_HAND: '标签不存在或跟随规则', GRANT_IS_EMPTY: '没有说送什么或送多少', GRANT_IS_UNKNOWN: '要送的东西不存在', TRIAL_IS_UNKNOWN: '实验不存在或比例不同', CONDITION_DOES_NOT_FIT: '判断条件的写法有误', ACTION_IS_INCOMPLETE: '要做的事没有写全', VALUE_DOES_NOT_FIT: '属性写不进这个值', TIER_IS_UNKNOWN: '等级不存在', ADDRESS_IS_UNKNOWN: '没有可问的地址' },
  },
  {
    kinds: { entry: 'Entry', wait: 'Wait', wait_for: 'Wait', waitfor: 'Wait', wait_until: 'Wait until', wait_by: 'Wait by', waituntil: 'Wait until', await: 'Await', branch: 'Branch', split: 'Split', message: 'Message', send: 'Message', action: 'Action', act: 'Action', exit: 'End', end: 'End', tag: 'Tag', grant: 'Gift', attribute: 'Attribute', tier: 'Tier', task: 'Staff task', call: 'Ask a system' },
    entered: 'entered', waiting: 'waiting', done: 'passed', withheld: 'withheld', left: 'left', failed: 'failed', converted: 'led to the goal', canvas: 'Journey graph', noGraph: 'This journey has no steps yet.', yes: 'yes', no: 'no',
    settingNames: { length: 'Length', time: 'Time', fact: 'Event', patience: 'Waits at most', lateness: 'Tolerates late by', arms: 'Conditions', shares: 'Shares', channel: 'Channel', purpose: 'Purpose', template: 'Text', goal: 'Counts as goal', reason: 'Reason', kind: 'Kind', what: 'Which', amount: 'Amount', trial: 'Experiment', path: 'Which time', offset: 'Before or after by', days: 'Days', when: 'Counts only events', same: 'Same as on entry', late: 'At most late by', whenLate: 'When too late', lookBack: 'Looks back', value: 'Value', from: 'Taken from', club: 'Club', tier: 'Tier', title: 'Task', detail: 'How', team: 'Team', dueDays: 'Due in days', address: 'Address', takes: 'Fields taken' },
    values: { sms: 'SMS', inbox: 'In-app inbox', wechat: 'WeChat', email: 'E-mail', marketing: 'offers and events', service: 'trip notices', transactional: 'transaction notices', skip: 'left out', leave: 'ends the journey', TripCompleted: 'completed a trip', TicketIssued: 'bought a ticket' },
    lengths: { minutes: (n: number) => `${n} min`, hours: (n: number) => `${n} h`, days: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
    remedies: { NO_ENTRY: 'Add an entry.', MORE_THAN_ONE_ENTRY: 'Keep one entry.', NO_EXIT: 'Add an end.', NAME_IS_TAKEN: 'Give it another id.', LEADS_NOWHERE: 'Connect it to the next step.', UNREACHABLE: 'Connect a step to it, or remove it.', LOOP: 'Cut the arrow that leads back.', MISSING_TEMPLATE: 'Choose a published text.', UNKNOWN_FACT: 'Choose another event.', UNKNOWN_PATH: 'Choose a time that the member or the trigger has.', EMPTY_BRANCH: 'Add a condition, or remove this step.', SHARES_ARE_NOT_WHOLE: 'Make the shares add up to 100%.', WAIT_IS_NOT_POSITIVE: 'Give a length above 0.', TAG_IS_BLANK: 'Fill in the tag.', TAG_IS_NOT_SET_BY_HAND: 'Choose a tag that people set.', GRANT_IS_EMPTY: 'Say what to give, and how much.', GRANT_IS_UNKNOWN: 'Choose a live coupon, a currency or a pack.', TRIAL_IS_UNKNOWN: 'Choose an experiment with the same shares.', CONDITION_DOES_NOT_FIT: 'Mend the condition as it says.', ACTION_IS_INCOMPLETE: 'Fill in what this step needs.', VALUE_DOES_NOT_FIT: 'Write a value that this attribute takes.', TIER_IS_UNKNOWN: 'Choose a tier that exists.', ADDRESS_IS_UNKNOWN: 'Choose an address that is in use.' },
    problems: { NO_ENTRY: 'there is no entry', MORE_THAN_ONE_ENTRY: 'there is more than one entry', NO_EXIT: 'there is no end', NAME_IS_TAKEN: 'its id is used twice', LEADS_NOWHERE: 'leads nowhere', UNREACHABLE: 'cannot be reached', LOOP: 'comes round to itself', MISSING_TEMPLATE: 'its message has no published text', UNKNOWN_FACT: 'awaits an unknown fact', UNKNOWN_PATH: 'waits for an unknown time', EMPTY_BRANCH: 'has no condition', SHARES_ARE_NOT_WHOLE: 'its shares do not add up to ten thousand', WAIT_IS_NOT_POSITIVE: 'its wait must be above 0', TAG_IS_BLANK: 'its tag is blank', TAG_IS_NOT_SET_BY_HAND: 'its tag is unknown or follows a rule', GRANT_IS_EMPTY: 'does not say what to give', GRANT_IS_UNKNOWN: 'gives what does not exist', TRIAL_IS_UNKNOWN: 'its experiment is unknown or deals otherwise', CONDITION_DOES_NOT_FIT: 'its condition does not fit', ACTION_IS_INCOMPLETE: 'does not say all it needs', VALUE_DOES_NOT_FIT: 'its attribute does not take this value', TIER_IS_UNKNOWN: 'grants an unknown tier', ADDRESS_IS_UNKNOWN: 'asks an address that is not there' },
  },
)

type StepData = { node: JourneyNode; counter: NodeCounter | undefined }
type StepNode = Node<StepData, 'step'>

export function counterOf(counters: Journey['counters'], id: string): NodeCounter | undefined {
  return counters?.[id]
}

function Step({ data }: NodeProps<StepNode>) {
  const t = useTexts(canvasTexts)
  const { say, formats } = useAppearance()
  const kind = data.node.kind.toLowerCase()
  const counter = data.counter
  const cells: [string, number | undefined][] = [[t.entered, counter?.entered], [t.waiting, counter?.waiting], [t.done, counter?.done], [t.withheld, counter?.withheld || undefined]]
  return (
    <div className={`step is-${kind}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <div className="step-kind">{t.kinds[kind as keyof typeof t.kinds] ?? data.node.kind}</div>
      <button type="button" className="step-label">
        {say(data.node.label)}
      </button>
      <div className="step-counts">
        {cells.filter(([, value]) => typeof value === 'number').map(([label, value]) => (
          <span key={label}>
            <b className="num">{formats.short(value ?? 0)}</b> {label}
          </span>
        ))}
      </div>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

const nodeTypes = { step: Step }

export function Canvas({ journey, onOpen }: { journey: Pick<Journey, 'graph' | 'counters'>; onOpen(node: JourneyNode): void }) {
  const t = useTexts(canvasTexts)
  const { language, theme, palette } = useAppearance()
  const { nodes, edges } = useMemo(() => {
    const { graph } = journey
    const placed = new Map(layout(graph.nodes, graph.edges).map((one) => [one.id, one]))
    const drawn: StepNode[] = graph.nodes.map((node) => ({
      id: node.id,
      type: 'step',
      position: { x: placed.get(node.id)?.x ?? 0, y: placed.get(node.id)?.y ?? 0 },
      data: { node, counter: counterOf(journey.counters, node.id) },
    }))
    const arrows: Edge[] = graph.edges.map((edge, index) => ({
      id: `${edge.from}-${edge.to}-${index}`,
      source: edge.from,
      target: edge.to,
      label: sayIn(language, edge.label) || undefined,
      type: 'smoothstep',
      style: { stroke: palette.mut },
      labelStyle: { fill: palette.ink, fontSize: 12 },
      labelBgStyle: { fill: palette.card },
      markerEnd: { type: MarkerType.ArrowClosed, color: palette.mut },
    }))
    return { nodes: drawn, edges: arrows }
  }, [journey, language, palette])
  if (nodes.length === 0) return <p className="w-quiet">{t.noGraph}</p>
  return (
    <div className="canvas" role="region" aria-label={t.canvas}>
      <ReactFlow
        key={nodes.length}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        colorMode={theme}
        fitView
        fitViewOptions={{ padding: 0.08, maxZoom: 1 }}
        minZoom={0.3}
        nodesDraggable={false}
        // The label is a button, whose click the node hears: two stops per step would be one too many.
        nodesFocusable={false}
        edgesFocusable={false}
        nodesConnectable={false}
        proOptions={{ hideAttribution: false }}
        onNodeClick={(_, node) => onOpen((node as StepNode).data.node)}
      >
        <Background color={palette.line} gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}
