import type { ModelNode } from './model.js'
import type { Run } from './run.js'
import { newId, Stoerung } from './run.js'
import { contextOf, evaluate } from './scopes.js'
import type { Subscription, Timer, Variables } from './state.js'
import { looksIso, schedule } from './time.js'

/** Timers and subscriptions of a token that is about to wait: worked out first, so that an error changes nothing. */
export type Armed = { timers: Omit<Timer, 'id' | 'tokenId'>[], subscriptions: Omit<Subscription, 'id' | 'tokenId'>[] }

/**
 * What these events (a catch event, the ways of an event-based gateway, the boundary events of an activity) wait for.
 */
export function prepare(run: Run, nodes: ModelNode[], scopeId: string): Armed {
  const armed: Armed = { timers: [], subscriptions: [] }
  if (nodes.length === 0) return armed
  const context = contextOf(run, scopeId)
  for (const node of nodes) {
    if (node.event === 'timer') armed.timers.push(timerOf(run, node, context))
    if (node.message && (node.event === 'message' || node.kind === 'receiveTask')) {
      armed.subscriptions.push({ nodeId: node.id, message: node.message.name, key: keyOf(run, node, context) })
    }
  }
  return armed
}

export function arm(run: Run, armed: Armed, tokenId: string): void {
  for (const values of armed.timers) {
    const timer: Timer = { id: newId(run, 'z'), tokenId, ...values }
    run.timers.set(timer.id, timer)
    run.effects.push({ type: 'timerScheduled', timer })
  }
  for (const values of armed.subscriptions) {
    const subscription: Subscription = { id: newId(run, 'n'), tokenId, ...values }
    run.subscriptions.set(subscription.id, subscription)
    run.effects.push({ type: 'subscriptionOpened', subscription })
  }
}

/** The correlation key as text; numbers are allowed because case numbers are. */
export function keyOf(run: Run, node: ModelNode, context: Variables): string | null {
  if (!node.message?.key) return null
  const key = evaluate(run, node.message.key, context)
  if (typeof key === 'string' || typeof key === 'number') return String(key)
  throw new Stoerung('feel', 'Der Schlüssel der Nachricht ist weder Text noch Zahl.')
}

/** An ISO value as drawn, or the text that a FEEL expression yields. */
export function timeText(run: Run, text: string, isIso: boolean, context: Variables): string {
  if (isIso) return text
  const value = evaluate(run, text, context)
  if (typeof value === 'string') return value
  throw new Stoerung('zeitangabe', 'Die Zeitangabe ergibt keinen Text wie P14D.')
}

function timerOf(run: Run, node: ModelNode, context: Variables): Omit<Timer, 'id' | 'tokenId'> {
  if (!node.timer) throw new Stoerung('zeitangabe', 'Das Zeitereignis hat keine Zeitangabe.')
  const { type, text } = node.timer
  const { dueAt, interval, remaining } = schedule(type, timeText(run, text, looksIso(type, text), context), run.now)
  return { nodeId: node.id, dueAt: dueAt.toString(), interval, remaining }
}
