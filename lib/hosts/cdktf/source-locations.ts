/** The `Node` of `constructs`, as far as it is used here. */
export interface NodeClass {
  readonly prototype: {
    addMetadata(type: string, data: unknown, options?: { readonly stackTrace?: boolean }): void;
  };
}

const tracing = new WeakSet<NodeClass['prototype']['addMetadata']>();

/**
 * Makes findings name the file and line that made a resource: `enableSourceLocations(Node)`, with the `Node` of `constructs`,
 * before the stacks are created. CDKTF notes the place of each element and never asks for its trace, so there is none
 * otherwise (facts: cdk 2.5); with this, traces are also written to the stacks' JSON, as comments.
 */
export function enableSourceLocations({ prototype }: NodeClass): void {
  const { addMetadata } = prototype;
  if (tracing.has(addMetadata)) return;
  const traced: typeof addMetadata = function (this: NodeClass['prototype'], type, data, options) {
    addMetadata.call(this, type, data, type === 'stacktrace' ? { ...options, stackTrace: true } : options);
  };
  tracing.add(traced);
  prototype.addMetadata = traced;
}
