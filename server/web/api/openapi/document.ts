import { paths } from './paths'
import { schemas } from './schemas'

/** What can be asked and what comes back, as OpenAPI 3.1. */
export const apiDocument = (publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Workforce Returns',
    version: '1',
    summary: 'Returns on the mental health workforce, for other systems to read.',
    description:
      'Instants are in UTC. Lists come in pages: follow `next`, or the header Link. Ask with If-None-Match what you have already.',
  },
  servers: [{ url: `${publicUrl}/api/v1` }],
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'An administrator makes tokens at /admin/tokens.' },
    },
    schemas,
  },
  paths: {
    ...paths,
    '/openapi.json': {
      get: {
        summary: 'This document',
        security: [],
        responses: { '200': { description: 'This document', content: { 'application/json': {} } } },
      },
    },
  },
})
