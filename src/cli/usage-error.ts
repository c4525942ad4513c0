/**
 * Wrong arguments: the message and the command's usage are shown, exit 2. In a file of its own, because a command that imports
 * from cli.ts while that awaits the command waits for itself.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
