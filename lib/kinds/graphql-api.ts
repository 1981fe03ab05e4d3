import { defineKind } from './_kind';
import { appSyncQuotas } from './_sources';

const cite = `"Request execution time for mutations, queries, and subscriptions: 30 Seconds", not adjustable, ${appSyncQuotas}`;

export default defineKind({
  name: 'graphql-api',
  title: 'GraphQL API of AppSync',
  // Several APIs may have one name, so the identifier comes first.
  terraform: { types: ['aws_appsync_graphql_api'], names: ['id', 'arn', 'name'] },
  cloudformation: { types: ['AWS::AppSync::GraphQLApi'], names: [] },
  settings: { request_timeout: { as: 'seconds', fixed: () => ({ value: 30, cite }), cite } },
  links: {},
  timers: [
    {
      name: 'graphql-api.request_timeout',
      class: 'request-cap',
      phases: ['query'],
      value: { setting: 'request_timeout' },
      expiry: 'request-error',
      cite,
    },
  ],
  hop: { key: 'api', side: 'request', does: 'terminates' },
});
