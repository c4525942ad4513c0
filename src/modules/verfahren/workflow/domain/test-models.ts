import assert from 'node:assert/strict'
import { checkModel, parseModel, start, step } from './index.js'
import type { Effect, EngineEvent, InstanceState, ProcessModel, StepResult, TraceEntry, Variables } from './index.js'

/** Builds small BPMN documents and plays them: only tests use this file. */
export const NOW = Temporal.Instant.from('2027-01-04T08:00:00Z')

/**
 * Flows are written 'a>b' or 'a>b:condition'; their ids are 'a>b' with '_' in place of '>'. A second flow between the
 * same nodes gets a number.
 */
export function flows(...lines: string[]): string {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const [, source = '', target = '', condition] = /^(\w+)>(\w+)(?::(.*))?$/.exec(line) ?? []
    const count = (seen.get(`${source}_${target}`) ?? 0) + 1
    seen.set(`${source}_${target}`, count)
    const id = `${source}_${target}${count > 1 ? `_${count}` : ''}`
    const body = condition === undefined ? '' : `<conditionExpression>${escape(condition)}</conditionExpression>`
    return `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${body}</sequenceFlow>`
  }).join('\n')
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

export function bpmn(content: string, roots = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:stadtkern="https://stadtkern.de/bpmn" targetNamespace="urn:test">
${roots}
<process id="P" isExecutable="true">
${content}
</process>
</definitions>`
}

/** A model that must be free of errors. */
export async function model(content: string, roots = ''): Promise<ProcessModel> {
  const parsed = await parseModel(bpmn(content, roots))
  const errors = checkModel(parsed).filter((finding) => finding.schwere === 'fehler')
  assert.deepEqual(errors.map((finding) => finding.text), [])
  return parsed
}

export type Play = ReturnType<typeof play>

/** An instance in the hands of a test: node ids instead of token ids. */
export function play(process: ProcessModel, variables: Variables = {}, startNodeId?: string) {
  let now = NOW
  let result: StepResult = start(process, { variables, now, ...(startNodeId !== undefined && { startNodeId }) })
  const effects: Effect[] = [...result.effects]
  const trace: TraceEntry[] = [...result.trace]
  const send = (event: EngineEvent): string => {
    const before = JSON.stringify(result.instance)
    const next = step(process, result.instance, event, now)
    assert.equal(JSON.stringify(result.instance), before, 'the instance passed in stays as it was')
    if (next.ignored) return next.reason
    assert.deepEqual(JSON.parse(JSON.stringify(next.instance)), next.instance, 'the state is plain JSON')
    result = next
    effects.push(...next.effects)
    trace.push(...next.trace)
    return 'ok'
  }
  const state = (): InstanceState => result.instance
  const waiting = () => state().tokens.filter((token) => token.state === 'wait')
  const tokenAt = (nodeId: string) => waiting().find((token) => token.nodeId === nodeId)?.id ?? `none at ${nodeId}`
  return {
    send, state, effects, trace, tokenAt,
    open: () => waiting().map((token) => token.nodeId).toSorted(),
    task: (nodeId: string, values: Variables = {}, personId?: string) => send({
      type: 'taskCompleted', tokenId: tokenAt(nodeId), variables: values, ...(personId !== undefined && { personId }),
    }),
    service: (nodeId: string, values: Variables = {}) => {
      return send({ type: 'serviceCompleted', tokenId: tokenAt(nodeId), variables: values })
    },
    fail: (nodeId: string, code?: string) => {
      return send({ type: 'serviceFailed', tokenId: tokenAt(nodeId), ...(code !== undefined && { code }) })
    },
    message: (message: string, key?: string, values: Variables = {}) => {
      return send({ type: 'messageReceived', message, variables: values, ...(key !== undefined && { key }) })
    },
    /** Moves the clock and fires what is due, oldest first. */
    wait: (duration: string) => {
      now = now.toZonedDateTimeISO('Europe/Berlin').add(duration).toInstant()
      for (;;) {
        const due = state().timers.filter((timer) => Temporal.Instant.compare(timer.dueAt, now) <= 0)
          .toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))[0]
        if (!due) return
        assert.equal(send({ type: 'timerFired', timerId: due.id }), 'ok')
      }
    },
    variables: () => state().scopes.find((scope) => scope.kind === 'process')?.variables ?? {},
    visits: (nodeId: string) => trace.filter((entry) => entry.nodeId === nodeId && entry.what === 'entered').length,
    incidents: () => state().incidents.map((incident) => incident.code),
    ofType: <T extends Effect['type']>(type: T) => {
      return effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type)
    },
  }
}
