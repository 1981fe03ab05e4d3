/** The part of SARIF 2.1.0 that reports are written in: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export type SarifLog = { readonly $schema: string; readonly version: '2.1.0'; readonly runs: readonly SarifRun[] };

export type SarifRun = {
  readonly tool: { readonly driver: SarifDriver };
  readonly invocations: readonly SarifInvocation[];
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
  readonly properties: object;
};

export type SarifDriver = {
  readonly name: string;
  readonly semanticVersion: string;
  readonly rules: readonly SarifRule[];
};

export type SarifLevel = 'error' | 'warning' | 'note' | 'none';
export type SarifText = { readonly text: string; readonly markdown?: string };

/** A `reportingDescriptor`. */
export type SarifRule = {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription?: SarifText;
  readonly fullDescription?: SarifText;
  readonly help?: SarifText;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
  readonly properties?: object;
};

export type SarifInvocation = {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly SarifNotification[];
};

export type SarifNotification = { readonly level: SarifLevel; readonly message: SarifText };

export type SarifResult = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: 'fail' | 'open';
  readonly level: SarifLevel;
  readonly message: SarifText;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly {
    readonly kind: 'external';
    readonly status: 'accepted';
    readonly justification: string;
  }[];
  readonly properties: object;
};

export type SarifLocation = {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: '%SRCROOT%' };
    readonly region: { readonly startLine: number; readonly startColumn?: number };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
  readonly message?: SarifText;
};
