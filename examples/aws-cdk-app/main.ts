import path from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { QuerySlaValidation } from 'holdfast/aws-cdk';
import { Shop } from './shop';

const app = new App();
Validations.of(app).addPlugins(new QuerySlaValidation({ config: path.join(__dirname, 'holdfast.yaml') }));
new Shop(app, 'Shop', {}); // fails: no idleTimeout, so 60 s apply, and a request may take 90 s
app.synth();
