import path from 'node:path';
import { App, Duration, Validations } from 'aws-cdk-lib';
import { QuerySlaValidation } from 'holdfast/aws-cdk';
import { Shop } from './shop';

const app = new App();
Validations.of(app).addPlugins(new QuerySlaValidation({ config: path.join(__dirname, 'holdfast.yaml') }));
new Shop(app, 'Shop', { idleTimeout: Duration.seconds(91) });
app.synth();
