import { rmSync } from 'node:fs';
import path from 'node:path';
import { world, type World } from '../world';
import { cdkManifest, cdktfManifest, fill, stack, template } from './_folders';

/** Only the user's own policy is asked, so that policies to come change nothing here. */
const own = '--policies own --policy own-alb-limit';
const passed = '1 passed';
const failed = '1 failed';

const db = {
  Orders: {
    Type: 'AWS::RDS::DBInstance',
    Properties: { DBInstanceIdentifier: 'orders', Engine: 'postgres', EngineVersion: '16.4' },
  },
};

/** A world with a CDKTF app and a CDK app that keep the promise, and one each that does not. */
function apps(): World {
  const here = world();
  const promise = here.read('holdfast.yaml');
  here.write(
    'holdfast.yaml',
    promise
      .replace('aws_lb.public', '[aws_lb.public, Public]')
      .replace('aws_db_instance.orders', '[aws_db_instance.orders, Orders]'),
  );
  for (const [name, idle] of [
    ['', 120],
    ['-short', 60],
  ] as const) {
    fill(here, `cdktf.out${name}`, {
      'manifest.json': cdktfManifest({ shop: 'stacks/shop/cdk.tf.json' }),
      'stacks/shop/cdk.tf.json': stack(idle),
    });
    fill(here, `cdk.out${name}`, {
      'manifest.json': cdkManifest({ Shop: 'Shop.template.json' }),
      'Shop.template.json': template(idle, 'Public', db),
    });
  }
  here.write('bad/manifest.json', cdktfManifest({ a: '../../etc/passwd', b: 'b.json' }));
  here.write('bad/b.json', stack(120, 'other'));
  here.write('empty-app/manifest.json', cdktfManifest({}));
  here.write('empty-stack/manifest.json', cdktfManifest({ a: 'a.json' }));
  here.write('empty-stack/a.json', '{"//":{"metadata":{"version":"0.21.0"}}}');
  here.write('web/manifest.json', '{"name":"shop"}');
  here.write('yaml/template.yaml', 'Resources:\n  Public: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer"}\n');
  return here;
}

describe('holdfast check of what was synthesised', () => {
  it.each([
    ['an app of CDKTF that keeps the promise', 'cdktf.out', 0, passed],
    ['one that does not', 'cdktf.out-short', 1, failed],
    ['one stack', 'cdktf.out-short/stacks/shop/cdk.tf.json', 1, failed],
    ['the folder of one stack', 'cdktf.out-short/stacks/shop', 1, failed],
    ['an app of the AWS CDK that keeps the promise', 'cdk.out', 0, passed],
    ['one of it that does not', 'cdk.out-short', 1, failed],
    ['one template', 'cdk.out-short/Shop.template.json', 1, failed],
    ['an app by a label', 'prod=cdk.out --verbose', 0, 'prod/Shop.template.json (template, 2 resources)'],
    ['an app by its path with a slash', './cdktf.out/ --verbose', 0, './cdktf.out/stacks/shop/cdk.tf.json (cdktf, 2'],
  ])('%s', async (_, args, code, said) => {
    const outcome = await apps().run(`check ${args} ${own}`);
    expect(outcome).toMatchObject({ code, err: '' });
    expect(outcome.out).toContain(said);
  });

  it.each([
    ['a folder that is not there', 'nope', 'nope does not exist'],
    ['an empty folder', 'void', 'void holds no synthesised app'],
    ['a folder of something else', 'own', 'own holds no synthesised app'],
    ['a folder with a template of another name', 'yaml', 'name what is meant: yaml/template.yaml'],
    ['an app without a stack', 'empty-app', 'empty-app/manifest.json lists no stack, so there is nothing to judge'],
    ['a manifest of something else', 'web', 'web/manifest.json is neither a manifest of CDKTF'],
    ['a manifest instead of its folder', 'cdk.out/manifest.json', 'Name the folder that it is in.'],
    ['an app twice', 'cdk.out cdk.out', 'cdk.out is given twice'],
    ['a template that is in the app too', 'cdk.out cdk.out/Shop.template.json', 'cdk.out/Shop.template.json is given'],
    ['a label that makes two names one', 'x=cdk.out x/Shop.template.json=cdk.out/Shop.template.json', 'is given twice'],
  ])('exits 2 for %s and reports nothing', async (_, args, message) => {
    const here = apps();
    here.write('void/x', '');
    rmSync(path.join(here.folder, 'void/x'));
    const outcome = await here.run(`check ${args} ${own}`);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toMatch(/^holdfast: /);
    expect(outcome.err).toContain(message);
  });

  it.each([
    ['a failure stays one', 'bad cdktf.out-short', 1, failed],
    ['no failure leaves a gap', 'bad cdktf.out', 2, passed],
    ['an app without a stack is a gap', 'empty-app cdktf.out', 2, passed],
    ['a folder of something else is a gap', 'own cdktf.out', 2, passed],
  ])('judges what can be read beside what cannot: %s', async (_, args, code, said) => {
    const outcome = await apps().run(`check ${args} ${own}`);
    expect(outcome.code).toBe(code);
    expect(outcome.out).toContain(said);
    expect(outcome.err).toMatch(/^holdfast: /);
  });

  it('names the file that leads out of a folder, and reads nothing of it', async () => {
    const { code, out, err } = await apps().run(`check bad cdktf.out ${own} -o json`);
    expect(code).toBe(2);
    expect(err).toContain('holdfast: bad/../../etc/passwd leads out of the folder, so it was not read;');
    expect(out).not.toContain('root:');
  });

  it('never passes an app in which there is nothing', async () => {
    const { code, err } = await apps().run(`check empty-stack ${own} --partial`);
    expect(code).toBe(2);
    expect(err).toContain('nothing was judged');
  });

  it('judges an app and a plan as one estate', async () => {
    const here = apps();
    const outcome = await here.run(`check cdk.out/Shop.template.json ok.json ${own} --verbose`);
    expect(outcome.out).toContain('cdk.out/Shop.template.json (template, 2 resources)');
    expect(outcome.out).toContain('ok.json (plan, 2 resources)');
  });

  it('reads a template in YAML from a pipe', async () => {
    const { code, out } = await apps().run('check --max-query-duration 90s', { piped: yaml });
    expect(code).toBe(1);
    expect(out).toContain('idle_timeout.timeout_seconds of Public');
  });

  it('says where in a piped template it stops', async () => {
    const { code, err } = await apps().run('check --max-query-duration 90s', { piped: `${yaml}  Public: {}\n` });
    expect(code).toBe(2);
    expect(err).toMatch(/^holdfast: stdin:3:3: /);
  });

  it('judges it as before where `.tf` files are asked for, which nothing was made from', async () => {
    const here = apps();
    const plain = await here.run(`check cdktf.out cdk.out/Shop.template.json ${own} --partial`);
    expect(await here.run(`check cdktf.out cdk.out/Shop.template.json ${own} --partial --repo-root .`)).toEqual(plain);
  });
});

const yaml = 'Resources:\n  Public: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer"}\n';

describe('holdfast timeline of what was synthesised', () => {
  it.each(['cdktf.out', 'cdk.out'])('draws %s', async (folder) => {
    const { code, out, err } = await apps().run(`timeline checkout-api ${folder}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/outlives 2 min$/m);
  });
});

describe('holdfast init of what was synthesised', () => {
  it.each([
    ['the addresses of a stack', 'cdktf.out', ['# - alb: aws_lb.public', '- database: aws_db_instance.orders']],
    ['the logical ids of a template', 'cdk.out', ['# - alb: Public', '- database: Orders']],
  ])('names %s, and what it writes is valid', async (_, folder, names) => {
    const here = apps();
    expect(await here.run(`init ${folder} -o start.yaml`)).toMatchObject({ code: 0, out: '' });
    for (const name of names) expect(here.read('start.yaml')).toContain(name);
    expect(await here.run('validate -c start.yaml')).toMatchObject({ code: 0, err: '' });
    expect((await here.run(`check ${folder} -c start.yaml`)).err).not.toContain('matches nothing');
  });

  it('names constructs where the template tells', async () => {
    const here = apps();
    const path = (construct: string): object => ({ Metadata: { 'aws:cdk:path': construct } });
    const orders = { Orders5CB6A1F0: { ...db.Orders, ...path('Shop/Orders/Resource') } };
    here.write('t.json', template(60, 'Public', orders));
    const { out } = await here.run('init t.json -o -');
    expect(out).toContain('- name: Orders\n');
    expect(out).toContain('- database: Shop/Orders\n');
    here.write('start.yaml', out);
    expect((await here.run('check t.json -c start.yaml')).err).toBe('');
  });

  it('names constructs where two stacks have the same addresses', async () => {
    const here = apps();
    fill(here, 'two/stacks', {
      'eu/cdk.tf.json': stack(60, 'public', 'eu'),
      'us/cdk.tf.json': stack(60, 'public', 'us'),
    });
    const { out } = await here.run('init two -o -');
    expect(out).toContain('- database: eu/orders\n');
    expect(out).toContain('- database: us/orders\n');
    here.write('start.yaml', out);
    const judged = await here.run('check two -c start.yaml');
    expect(judged).toMatchObject({ code: 0, err: '' });
    expect(judged.out).toMatch(/^2 workloads: 2 hold/);
  });

  it('writes nothing for a folder of something else', async () => {
    expect(await apps().run('init own -o -')).toMatchObject({ code: 2, out: '' });
  });
});
