// openid-client in LivePerson's place. Reads one order per line (JSON) from standard input and writes one answer per line:
// first the address that the consumer is sent to; then, once told where the consumer came back to, what the tokens say.
import { webcrypto } from 'node:crypto'
import { createInterface } from 'node:readline'
import * as client from 'openid-client'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const read = async () => JSON.parse((await lines.next()).value)
const write = answer => console.log(JSON.stringify(answer))

try {
  const order = await read()
  const discovery = await fetch(`${order.issuer}/.well-known/openid-configuration`)
  const server = await discovery.json()
  // the templates leave iss out of the authorization response: LivePerson wants nothing there that it doesn't know
  server.authorization_response_iss_parameter_supported = false
  Object.assign(server, order.server)
  const config = order.clientSecret
    ? new client.Configuration(server, order.clientId, {}, client.ClientSecretBasic(order.clientSecret))
    : new client.Configuration(server, order.clientId, {}, client.None())
  client.allowInsecureRequests(config)
  if (order.privateKey) {
    const key = await webcrypto.subtle.importKey(
      'pkcs8', Buffer.from(order.privateKey, 'base64'), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt'])
    client.enableDecryptingResponses(config, [order.contentEncryption], { key, kid: order.keyId })
  }
  if (order.implicit) {
    client.useIdTokenResponseType(config)
  }

  const state = client.randomState()
  const nonce = client.randomNonce()
  const parameters = { redirect_uri: order.redirectUri, scope: 'openid', state, nonce }
  const verifier = order.pkce ? client.randomPKCECodeVerifier() : undefined
  if (verifier) {
    parameters.code_challenge = await client.calculatePKCECodeChallenge(verifier)
    parameters.code_challenge_method = 'S256'
  }
  write({ address: client.buildAuthorizationUrl(config, parameters).href })

  const returned = new URL((await read()).address)
  if (order.implicit) {
    write({ claims: await client.implicitAuthentication(config, returned, nonce, { expectedState: state }) })
  } else {
    const tokens = await client.authorizationCodeGrant(
      config, returned, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
    const userinfo = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub).catch(e => e)
    write({
      claims: tokens.claims(),
      accessToken: tokens.access_token,
      members: Object.keys(tokens),
      userinfo: userinfo instanceof Error ? userinfo.status ?? userinfo.code ?? userinfo.message : userinfo
    })
  }
} catch (e) {
  write({ error: e.code ?? e.name, message: [e.message, e.cause?.message].filter(Boolean).join(': ') })
}
process.exit(0)
