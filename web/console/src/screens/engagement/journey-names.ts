import type { JourneyNode, MessageTemplate } from '@waystation/client'
import { useTexts, wordFor, type Said } from '@waystation/design'
import { useMemo } from 'react'
import { armsOf, readLength } from './journey-graph'
import { journeyTexts as texts } from './journey-texts'

/** What a way out of a step is called. */
export function usePortName() {
  const t = useTexts(texts)
  return (node: JourneyNode, port: string): string => {
    if (node.kind === 'split') return t.share(port)
    const arm = node.kind === 'branch' ? armsOf(node).findIndex((one) => one.key === port) : -1
    return arm >= 0 ? t.armName(arm + 1, armsOf(node).length) : wordFor(t.ports, port)
  }
}

/** What each step is called in both languages, so that a colleague reads it in theirs. */
export function useLabels(templates: MessageTemplate[]) {
  return useMemo(() => {
    const { zh, en } = texts
    return (node: JourneyNode): Said => {
      const { settings } = node
      const length = readLength(node.kind === 'await' ? settings.patience : settings.length)
      if (node.kind === 'wait' && length) return { zh: zh.waitFor(length.amount, zh.units[length.unit]), en: en.waitFor(length.amount, en.units[length.unit]) }
      if (node.kind === 'wait_until') return { zh: `等到 ${String(settings.time)}`, en: `Wait until ${String(settings.time)}` }
      if (node.kind === 'await') return { zh: `等：${wordFor(zh.facts, String(settings.fact))}`, en: `Awaits: ${wordFor(en.facts, String(settings.fact))}` }
      if (node.kind === 'message') return templates.find((template) => template.code === settings.template)?.title ?? { zh: wordFor(zh.channels, String(settings.channel)), en: wordFor(en.channels, String(settings.channel)) }
      if (node.kind === 'branch') return { zh: zh.ifHolds, en: en.ifHolds }
      if (node.kind === 'split') return { zh: zh.byShare, en: en.byShare }
      if (node.kind === 'tag') return { zh: `${settings.adds === false ? zh.tagOff : zh.tagOn} ${String(settings.tag)}`, en: `${settings.adds === false ? en.tagOff : en.tagOn} ${String(settings.tag)}` }
      if (node.kind === 'grant') return { zh: `赠送 ${String(settings.amount)} ${wordFor(zh.gifts, String(settings.kind))}`, en: `Give ${String(settings.amount)} ${wordFor(en.gifts, String(settings.kind))}` }
      if (node.kind === 'attribute') return { zh: `写属性 ${String(settings.tag)}`, en: `Set ${String(settings.tag)}` }
      if (node.kind === 'tier') return { zh: `授等级 ${String(settings.tier)}`, en: `Grant ${String(settings.tier)}` }
      if (node.kind === 'task') return { zh: `员工任务：${String(settings.title)}`, en: `Staff: ${String(settings.title)}` }
      if (node.kind === 'call') return { zh: '问外部系统', en: 'Ask a system' }
      const end = settings.goal === true ? 'done' : 'left'
      return { zh: zh.labels[end], en: en.labels[end] }
    }
  }, [templates])
}
