/** As much of the provider as the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  interface Grant { addOIDCScope(scope: string): void; addOIDCClaims(claims: readonly string[]): void; save(): Promise<string> }
  interface Context { oidc: { provider: { Grant: new (of: { clientId: string; accountId: string }) => Grant }; client?: { clientId: string }; session?: { accountId?: string } } }
  interface Configuration {
    findAccount(ctx: unknown, id: string): Promise<{ accountId: string; claims(): Promise<Record<string, unknown>> }>
    loadExistingGrant(ctx: Context): Promise<Grant>
    interactions: { url(ctx: unknown, interaction: { uid: string }): string }
    [setting: string]: unknown
  }
  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
  }
}
