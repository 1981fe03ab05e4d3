import type { DriverSpec } from './driver';
import type { HopSpec } from './hop-spec';
import type { Json, Setting, Table } from './setting';
import type { ParameterSpec } from './parameter';
import type { TimerSpec } from './timer';

export type { HopSpec, KeepaliveSource, MemberSpec } from './hop-spec';

/** The keys of the configuration's `path`, which are also the kinds of hop. */
export type HopKey = string;

/**
 * How a raw value becomes ours. Durations become seconds (`null`: off); `parameters` is a group's list of name, value, apply
 * method, and of an inline hop a table of texts by name.
 */
export type Reads = PlainReads | ConnectionReads;

/** One value, as core/interpret reads it. */
export type PlainReads = 'seconds' | 'milliseconds' | 'number' | 'text' | 'boolean' | 'parameters' | 'list';

/** What lib/read/connection makes of the variables of a process: every secret is left behind there. */
export type ConnectionReads =
  /** A table of variables (or a list of name and value), as a list of core/connection's `Connection`. */
  | 'variables'
  /** One connection string, as a list of one `Connection`; an empty list where it is not PostgreSQL's. */
  | 'connection'
  /** The containers of a task definition (JSON as text, or a list), as a list of `Connection`. */
  | 'container-variables'
  /** The same containers: their `systemControls`, a table of texts by name. */
  | 'container-sysctls'
  /** The same containers: the names of such settings that some of them ask for and others do not, a list. */
  | 'container-sysctls-apart'
  /** The same containers: the shortest `stopTimeout` of an essential one, in seconds. */
  | 'container-stop-timeout'
  /** Which variables come from a secret, of these containers or as a table: ARNs and names by variable. */
  | 'container-secrets';

/** What the vendor applies where nothing was written. */
export type Default = { readonly value: Json; readonly cite: string; readonly unverified?: true };

/**
 * What the vendor applies where something decides that no document shows: exactly one of these. `why` is a clause about the
 * setting ("it is not set, and its default depends on the instance type").
 */
export type OneOfDefaults = { readonly oneOf: readonly Default[]; readonly why: string; readonly settles: string };

/**
 * How each source spells a setting or a link, as a dotted path; absent where the source has no such attribute (a fixed timer).
 * A path enters objects and blocks; of a list a setting reads the first element, and a link with `many` every one.
 */
export type Spelled = {
  /** The Terraform attribute: `connection_pool_config.init_query`. Of plans, states and CDKTF stacks. */
  readonly terraform?: string;
  /**
   * The CloudFormation property: `ConnectionPoolConfigurationInfo.InitQuery`. `List[Key=name].Value` reads the element of a
   * list whose member `Key` is `name`. `Ref`, of a link, is the resource itself: what is a target group and names its targets
   * besides belongs to itself.
   */
  readonly cloudformation?: string;
  /** The field of AWS's answer, as a collected document has it: `ConnectionPoolConfig.InitQuery`; lists as for CloudFormation. */
  readonly account?: string;
};

/** One setting of a kind: how each source spells it, what it means, its default and range with their sources. */
export type SettingSpec = Spelled & {
  readonly as: Reads;
  /** Documented default. A function where it depends on other settings of the resource; `null` means "no such timer here". */
  readonly default?: Default | ((settings: Table<Setting>) => Default | null);
  /** Instead of `default`: documented defaults of which one holds. A function as there. */
  readonly defaults?: OneOfDefaults | ((settings: Table<Setting>) => OneOfDefaults | null);
  /** A value that cannot be changed: it wins over what is written. */
  readonly fixed?: (settings: Table<Setting>) => Default | null;
  readonly range?: { readonly min: number; readonly max: number; readonly cite: string };
  /**
   * Set where every element of a list has a value of its own (the origins of a distribution) and no document says which one
   * counts: different values are candidates, and an element that leaves it unset has one of `defaults`. The last `depth` steps
   * of the path lie within an element. A resource without such elements has no such setting.
   */
  readonly each?: {
    readonly depth: number;
    readonly why: string;
    readonly settles: string;
    readonly defaults: readonly Default[];
  };
  /** What each source calls it where the attribute is a text or a list that holds it: `stopTimeout` within `container_definitions`. */
  readonly called?: Spelled;
  /** Where the numbers come from. */
  readonly cite: string;
};

/** One reference to another resource. */
export type LinkSpec = Spelled & {
  readonly terraform: string;
  /** Names of the kinds it may point to. */
  readonly to: readonly string[];
  /** The attributes of the target whose value this one holds, as Terraform calls them: `arn`, `name`, `id`, `identifier`. */
  readonly by: readonly string[];
  /** Set for a list of references: every block and every element counts. */
  readonly many?: true;
  /**
   * Set where the provider itself, not the resource, names the target (`postgresql_role` lives where its provider's
   * `host` points to): the provider argument's name.
   */
  readonly provider?: string;
};

/** A key of an inline hop in the configuration. */
export type InlineKey = {
  readonly setting: string;
  /**
   * `settings`: a table of PostgreSQL parameters. `keepalive`: `{ idle, interval, count }`, stored as three settings.
   * `connection`: a connection string, of which only what is no secret is stored.
   */
  readonly as: 'duration' | 'number' | 'text' | 'boolean' | 'settings' | 'keepalive' | 'connection';
  readonly choices?: readonly string[];
  readonly description: string;
};

/** A kind that PostgreSQL runs on. */
export type SessionSpec = {
  readonly parameters: Table<ParameterSpec>;
  /** Which column of the parameters' defaults applies. */
  readonly flavour: 'rds' | 'aurora' | 'vanilla' | ((settings: Table<Setting>) => 'rds' | 'aurora' | 'vanilla');
  /** Parameter groups, weakest first. `via` follows another link first (an instance's cluster); `inherits` leads to what passes its own on. */
  readonly groups: readonly {
    readonly level: 'cluster-group' | 'instance-group';
    readonly link: string;
    readonly via?: string;
    readonly inherits?: string;
  }[];
};

/** How a kind opens PostgreSQL connections. */
export type ClientSpec = {
  readonly drivers: readonly DriverSpec[];
  readonly via?: readonly string[];
  /** Set where it does not run between two requests, so that its keepalive may not either. */
  readonly freezes?: true;
  /** What the operating system does with a keepalive that was switched on without times. */
  readonly system: { readonly idle: Default; readonly interval: Default; readonly count: Default };
};

/** One kind of resource: everything we know about it, each number with its source. */
export type Kind = {
  /** Kebab-case, equal to the file's name. */
  readonly name: string;
  /** `Application Load Balancer`: what messages and docs call it. */
  readonly title: string;
  readonly terraform?: {
    readonly types: readonly string[];
    /**
     * Where one Terraform type is several kinds: whether these attributes are this kind. `null`: cannot be known. An attribute
     * that is not known yet is present with the value `undefined`; one that is unset is `null`, empty or absent.
     */
    readonly when?: (attributes: Table<Json | undefined>) => boolean | null;
    /** Attributes whose values are names of the resource (besides its address). The first one is its identifier. */
    readonly names: readonly string[];
  };
  readonly cloudformation?: {
    readonly types: readonly string[];
    /**
     * Whether these properties are this kind, as for `terraform`: a property that is written but not known is `undefined`, one
     * that is not written is absent.
     */
    readonly when?: (properties: Table<Json | undefined>) => boolean | null;
    /** Properties whose values are names of the resource (besides its logical id). The first one is its identifier. */
    readonly names: readonly string[];
    /**
     * Set where one CloudFormation resource is another kind first and this one too: `AWS::RDS::DBProxyTargetGroup` is a
     * target group, and names its targets.
     */
    readonly beside?: true;
  };
  readonly account?: {
    /** As AWS Resource Explorer names resource types: `rds:db`. */
    readonly types: readonly string[];
    /** As for `cloudformation`, over the fields of the answer. */
    readonly when?: (answer: Table<Json | undefined>) => boolean | null;
    /** Fields whose values are names of the resource (besides its ARN). The first one is its identifier. */
    readonly names: readonly string[];
    /** As for `cloudformation`: a target group of RDS Proxy has its targets beside it. */
    readonly beside?: true;
  };
  readonly settings: Table<SettingSpec>;
  readonly links: Table<LinkSpec>;
  readonly timers: readonly TimerSpec[];
  readonly hop?: HopSpec;
  readonly session?: SessionSpec;
  /**
   * A login role. `name` is the setting with the role's name, `parameters` the settings (as text, named like the PostgreSQL
   * parameters) that it carries, `database` the link to the server it lives on, `inDatabase` the setting that limits it to one
   * database. A name that is known to be `null` speaks for all roles (`ALTER ROLE ALL`, and with `inDatabase` `ALTER DATABASE`).
   */
  readonly role?: {
    readonly name: string;
    readonly parameters: readonly string[];
    readonly database: string;
    readonly inDatabase?: string;
  };
  /**
   * A PostgreSQL server as its own catalog shows it. `shows` is the link to the databases whose roles these are, `runs` the
   * one to the database that runs with these parameters; both are made once everything was read (core/bind-catalogs), and the
   * role resources that link to the catalog by `roles` then live where it does.
   * Conventions of setting names that core reads: `name`, `host`, `port`, `dbname` (the database that was connected to),
   * `databases`, `version`, `in_recovery`, and `parameters`, a list of `RunningParameter`.
   */
  readonly catalog?: { readonly shows: string; readonly runs: string; readonly roles: string };
  /**
   * What may open a PostgreSQL connection and shows how. Conventions of setting names that core/client reads, here and on the
   * resources that the links of `via` lead to: `connections` (a list of `Connection`), `secrets` (variable to the ARN or name of
   * what holds it), `sysctls` (a table of texts), `stop_timeout`, `conntrack_timeout` (seconds), `runtime` (of a function).
   * On a path the client's settings then are those of `ClientSetting`, and `startup_options`.
   */
  readonly client?: ClientSpec;
  /** A parameter group: `parameters` holds name, value and apply method; `family` names the engine and major version. */
  readonly group?: { readonly parameters: string; readonly family: string };
};
