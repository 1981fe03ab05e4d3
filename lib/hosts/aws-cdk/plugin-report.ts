/** A resource as a violation names it. */
export type ViolatingResource = {
  readonly resourceLogicalId: string;
  readonly templatePath: string;
  readonly constructPath?: string;
  readonly locations: string[];
};

/** One violation as AWS CDK reports it. */
export type Violation = {
  readonly ruleName: string;
  readonly description: string;
  readonly fix?: string;
  readonly severity: string;
  readonly ruleMetadata: { readonly [key: string]: string };
  readonly violatingResources: ViolatingResource[];
};

/**
 * What a validation plugin answers: the shape that both `IPolicyValidationPlugin` and `IPolicyValidationPluginBeta1` ask for.
 * The lists are arrays that may be written to, since AWS CDK takes acknowledged violations out of them.
 */
export type PluginReport = {
  readonly success: boolean;
  readonly violations: Violation[];
  readonly pluginVersion: string;
  readonly metadata: { readonly [key: string]: string };
};
