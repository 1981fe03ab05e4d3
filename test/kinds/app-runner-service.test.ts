import { kinds } from '../../lib/kinds';
import appRunner from '../../lib/kinds/app-runner-service';
import { fact, plan, read, row } from '../read/small-plan';
import { fires, follows, timer } from './resource';
import { factsIn, settingsOf } from './template';

describe('app-runner-service', () => {
  it('ends each request after 120 s, whatever is written', () => {
    expect(fires(appRunner, 'app-runner-service.request_timeout')).toBe(120);
    expect(fires(appRunner, 'app-runner-service.request_timeout', { request_timeout: 900 })).toBe(120);
    expect(follows(appRunner, 'app-runner-service.request_timeout')).toBe('request-error');
    expect(timer(appRunner, 'app-runner-service.request_timeout')).toMatchObject({
      class: 'request-cap',
      phases: ['query'],
    });
  });

  const connections = [{ name: 'DATABASE_URL', form: 'url', scheme: 'postgres' }];
  const secret = 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/url';

  it('is read from a plan', () => {
    const image = {
      runtime_environment_variables: { DATABASE_URL: 'postgres://app@db/shop' },
      runtime_environment_secrets: { READER_URL: secret },
    };
    const after = {
      service_name: 'api',
      source_configuration: [{ image_repository: [{ image_configuration: [image] }], code_repository: [] }],
    };
    const reading = read(plan([row('aws_apprunner_service.api', { after })]), kinds);
    expect(settingsOf(fact(reading, 'aws_apprunner_service.api'))).toMatchObject({
      connections,
      secrets: { READER_URL: secret },
    });
  });

  it('is read from a template', () => {
    const ImageConfiguration = {
      RuntimeEnvironmentVariables: [{ Name: 'DATABASE_URL', Value: 'postgres://app@db/shop' }],
      RuntimeEnvironmentSecrets: [{ Name: 'READER_URL', Value: secret }],
    };
    const SourceConfiguration = { ImageRepository: { ImageConfiguration } };
    const facts = factsIn({ Api: ['AWS::AppRunner::Service', { ServiceName: 'api', SourceConfiguration }] });
    expect(settingsOf(facts.get('app-runner-service Api'))).toMatchObject({
      connections,
      secrets: { READER_URL: secret },
    });
  });
});
