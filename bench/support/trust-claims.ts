type TrustClaims = {
  readonly realm: { readonly id: string }
  readonly gates: readonly { readonly id: string; readonly site: number }[]
}

/** What the running service's trust bundle says; its signature is not looked at. */
export async function trustClaims(url: string): Promise<TrustClaims> {
  const bundle = await (await fetch(`${url}/api/v1/gate/trust`)).text()
  return JSON.parse(Buffer.from(bundle.split('.')[1] ?? '', 'base64url').toString()) as TrustClaims
}
