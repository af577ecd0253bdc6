import { type ServerType, serve } from '@hono/node-server'

type Fetch = Parameters<typeof serve>[0]['fetch']

/** On a port that the system chooses: what the product is told to call itself is known only then. */
export function listen(fetch: Fetch): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    )
  })
}
