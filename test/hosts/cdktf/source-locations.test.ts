import { Construct, Node } from 'constructs';
import { enableSourceLocations } from '../../../lib/cdktf';
import { forks, outdir, resource } from './_programs';

describe.each(forks)('source locations in %s', (_, fork) => {
  const traceOf = (): unknown => {
    const stack = new fork.TerraformStack(new fork.App({ outdir: outdir() }), 'shop');
    const lb = resource(fork, stack, 'public', 'aws_lb', {});
    return lb.node.metadata.find(({ type }) => type === 'stacktrace')?.trace;
  };
  const { addMetadata } = Node.prototype;
  afterEach(() => {
    Node.prototype.addMetadata = addMetadata;
  });

  it('are not there by themselves', () => {
    expect(traceOf()).toBeUndefined();
  });

  it('are there on request, and lead to the line that made the element', () => {
    enableSourceLocations(Node);
    const once = Node.prototype.addMetadata;
    enableSourceLocations(Node);
    expect(Node.prototype.addMetadata).toBe(once);
    expect(String(traceOf())).toContain('source-locations.test.ts');
  });

  it('leave all other metadata as it is', () => {
    enableSourceLocations(Node);
    const construct = new Construct(undefined as unknown as Construct, 'root');
    construct.node.addMetadata('note', 'said');
    construct.node.addMetadata('traced', 'said', { stackTrace: true });
    expect(construct.node.metadata.map(({ type, trace }) => [type, trace !== undefined])).toEqual([
      ['note', false],
      ['traced', true],
    ]);
  });
});
