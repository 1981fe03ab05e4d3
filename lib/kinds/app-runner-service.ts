import { clientTimers, opensConnections } from './_client';
import { defineKind } from './_kind';
import { appRunnerGuide, provider } from './_sources';

const page = provider('apprunner_service');
const image = {
  terraform: 'source_configuration.image_repository.image_configuration',
  cloudformation: 'SourceConfiguration.ImageRepository.ImageConfiguration',
};

export default defineKind({
  name: 'app-runner-service',
  title: 'App Runner service',
  terraform: { types: ['aws_apprunner_service'], names: ['service_name', 'service_id', 'arn'] },
  cloudformation: { types: ['AWS::AppRunner::Service'], names: ['ServiceName'] },
  settings: {
    // Of a service that runs an image. What is built from source has its variables in its repository, or shows nothing here.
    connections: {
      as: 'variables',
      terraform: `${image.terraform}.runtime_environment_variables`,
      cloudformation: `${image.cloudformation}.RuntimeEnvironmentVariables`,
      cite: page,
    },
    secrets: {
      as: 'container-secrets',
      terraform: `${image.terraform}.runtime_environment_secrets`,
      cloudformation: `${image.cloudformation}.RuntimeEnvironmentSecrets`,
      cite: page,
    },
    request_timeout: {
      as: 'seconds',
      fixed: () => ({ value: 120, cite: `"a total of 120 seconds request timeout limit" ${appRunnerGuide}` }),
      cite: appRunnerGuide,
    },
  },
  links: {},
  timers: [
    ...clientTimers,
    {
      name: 'app-runner-service.request_timeout',
      class: 'request-cap',
      phases: ['query'],
      value: { setting: 'request_timeout' },
      expiry: 'request-error',
      cite: `"There is a total of 120 seconds request timeout limit on the HTTP requests." ${appRunnerGuide}`,
    },
  ],
  hop: { key: 'client', side: 'either', does: 'terminates' },
  client: opensConnections(),
});
