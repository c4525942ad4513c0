/**
 * Wrong arguments: the message and the command's usage are shown, exit 2. In a file of its own: what a command imports must not
 * lead back to cli.ts, which waits at top level for that very command.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
