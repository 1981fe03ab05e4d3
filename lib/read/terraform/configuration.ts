import { table, type Json, type Table } from '../../core/setting';
import { entries, isObject, items, own, textOf, type JsonObject } from '../json';
import { configurationPath, modulesOf, type ModuleStep } from './traversal';

/** A resource block as written; all its instances share it. */
export type ConfiguredResource = {
  readonly expressions: JsonObject;
  /** Absent, too, for one over a function of literals. */
  readonly forEach: Json | undefined;
  readonly providerKey: string | undefined;
};

/** A module call as written, without the module that it calls. `source` is where that is, as written. */
export type ConfiguredCall = {
  readonly expressions: JsonObject;
  readonly forEach: Json | undefined;
  readonly source: string | undefined;
};

export type ConfiguredModule = {
  /** By `managed.TYPE.NAME` or `data.TYPE.NAME`. */
  readonly resources: Table<ConfiguredResource>;
  readonly calls: Table<ConfiguredCall>;
  readonly variables: Table<JsonObject>;
  /** Output name to its expression. */
  readonly outputs: Table<Json>;
};

export type ConfiguredProvider = { readonly expressions: JsonObject; readonly modules: readonly ModuleStep[] };

/** The `configuration` of a plan, by place. It is not evaluated: it holds references, and neither locals nor `dynamic` blocks. */
export type Configured = {
  /** By `configurationPath`. Empty where the document has no configuration. */
  readonly modules: Table<ConfiguredModule>;
  /** By `provider_config_key`. */
  readonly providers: Table<ConfiguredProvider>;
  /** The values of the root module's variables, defaults included. */
  readonly variables: Table<Json>;
};

/** Indexes a plan's configuration once. Modules are walked without recursion: the document decides how deep they nest. */
export function configured(plan: JsonObject): Configured {
  const modules = table<ConfiguredModule>();
  const pending: { readonly path: string; readonly body: Json | undefined }[] = [];
  const configuration = own(plan, 'configuration');
  const root = own(configuration, 'root_module');
  if (isObject(root)) pending.push({ path: '', body: root });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    modules[next.path] = moduleOf(next.body);
    for (const [name, call] of entries(own(next.body, 'module_calls'))) {
      pending.push({ path: `${next.path}${name}.`, body: own(call, 'module') });
    }
  }
  return {
    modules,
    providers: table(entries(own(configuration, 'provider_config')).map(([key, one]) => [key, providerOf(key, one)])),
    variables: table(
      entries(own(plan, 'variables')).flatMap(([name, one]) => {
        const value = own(one, 'value');
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  };
}

function moduleOf(body: Json | undefined): ConfiguredModule {
  return {
    resources: table(
      items(own(body, 'resources')).map((one) => [
        `${textOf(own(one, 'mode')) ?? 'managed'}.${textOf(own(one, 'type')) ?? ''}.${textOf(own(one, 'name')) ?? ''}`,
        { ...callOf(one), providerKey: textOf(own(one, 'provider_config_key')) },
      ]),
    ),
    calls: table(
      entries(own(body, 'module_calls')).map(([name, call]) => [
        name,
        { ...callOf(call), source: textOf(own(call, 'source')) },
      ]),
    ),
    variables: table(entries(own(body, 'variables')).map(([name, one]) => [name, isObject(one) ? one : {}])),
    outputs: table(
      entries(own(body, 'outputs')).flatMap(([name, one]) => {
        const expression = own(one, 'expression');
        return expression === undefined ? [] : [[name, expression] as const];
      }),
    ),
  };
}

function callOf(one: Json | undefined): Pick<ConfiguredCall, 'expressions' | 'forEach'> {
  const expressions = own(one, 'expressions');
  return { expressions: isObject(expressions) ? expressions : {}, forEach: own(one, 'for_each_expression') };
}

/** A provider that a module configures itself is keyed `module.x:aws`, where `module.x` is its place. */
function providerOf(key: string, one: Json): ConfiguredProvider {
  const expressions = own(one, 'expressions');
  const colon = key.lastIndexOf(':');
  const module = textOf(own(one, 'module_address')) ?? (colon < 0 ? undefined : key.slice(0, colon));
  return {
    expressions: isObject(expressions) ? expressions : {},
    modules: modulesOf(module).map((step) => ({ name: step.name, key: undefined })),
  };
}

/** The block that made a resource; `undefined` where the document has no configuration for it. */
export function blockFor(
  { modules }: Configured,
  resource: {
    readonly modules: readonly ModuleStep[];
    readonly mode: string;
    readonly type: string;
    readonly name: string;
  },
): ConfiguredResource | undefined {
  return modules[configurationPath(resource.modules)]?.resources[`${resource.mode}.${resource.type}.${resource.name}`];
}

/** Where each module call leads, by the calls' names joined by dots, as `.terraform/modules/modules.json` names them too. */
export function moduleSources({ modules }: Configured): Table<string> {
  return table(
    Object.entries(modules).flatMap(([path, { calls }]) =>
      Object.entries(calls).flatMap(([name, { source }]) =>
        source === undefined ? [] : [[`${path}${name}`, source] as const],
      ),
    ),
  );
}

/** An expression's references; none for a literal. */
export function referencesOf(expression: Json | undefined): readonly string[] {
  return items(own(expression, 'references')).filter((one) => typeof one === 'string');
}

/**
 * The value that an expression writes out. In JSON syntax a template comes as a constant too, beside its references or, for
 * a function over literals, alone: neither is a value. `undefined` for both.
 */
export function constantOf(expression: Json | undefined): Json | undefined {
  if (referencesOf(expression).length > 0) return undefined;
  const constant = own(expression, 'constant_value');
  return typeof constant === 'string' && /[$%]\{/.test(constant) ? undefined : constant;
}
