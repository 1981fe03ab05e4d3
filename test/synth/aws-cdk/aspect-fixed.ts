import path from 'node:path';
import { App, AspectPriority, Aspects, Duration } from 'aws-cdk-lib';
import { QuerySlaAspect } from 'holdfast/aws-cdk';
import { Shop } from './shop';

const app = new App();
const aspect = new QuerySlaAspect({ config: path.join(__dirname, 'holdfast.yaml') });
Aspects.of(app).add(aspect, { priority: AspectPriority.READONLY });
new Shop(app, 'Shop', { idleTimeout: Duration.seconds(91) });
app.synth();
