import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { QuerySlaValidation } from 'holdfast/aws-cdk';
import { Shop } from './shop';

const validation = new QuerySlaValidation({ config: path.join(__dirname, 'holdfast.yaml') });
const app = new App({ policyValidationBeta1: [validation] });
new Shop(app, 'Shop', {});
app.synth();
