import type { Fact, Source } from '../../core/fact';
import type { Location, Table } from '../../core/setting';
import type { Evaluated } from './value';

/**
 * One resource of a document that holds expressions, with every expression followed as far as the documents go; or of an
 * account, where all is known but what could not be read.
 */
export type EvaluatedResource = {
  /** Unique among all resources of all documents, and the id of its fact: `DOCUMENT#ADDRESS`. */
  readonly id: string;
  readonly source: Extract<Source, 'cdktf' | 'template' | 'account'>;
  /** `aws_lb`, `AWS::RDS::DBInstance`, `rds:db`. */
  readonly type: string;
  /** How messages name it: the Terraform address, or the logical id. */
  readonly subject: string;
  /** Every further name that a selector may use and that no property holds: the construct path, a logical id. */
  readonly names: readonly string[];
  /** Attributes (Terraform), properties (CloudFormation) or fields of the answer (an account), as the document writes them. */
  readonly attributes: Table<Evaluated>;
  /** The arguments of its provider, where a document has those (`host` of a `postgresql` provider). */
  readonly provider: Table<Evaluated>;
  /** Account and Region, as far as the document tells, and the ARN of what is there already. */
  readonly identity: Pick<Fact['identity'], 'arn' | 'account' | 'region'>;
  /** Where it is written; its `pointer` leads to the object that holds the attributes. */
  readonly location: Location & { readonly pointer: string };
};
