import path from 'node:path';
import { App, Aspects } from 'cdktf';
import { QuerySlaAspect } from 'holdfast/cdktf';
import { Shop } from './shop';

const app = new App();
const shop = new Shop(app, 'shop', {}); // fails: no idleTimeout, so 60 s apply, and a request may take 90 s
Aspects.of(shop).add(new QuerySlaAspect({ config: path.join(__dirname, 'holdfast.yaml') }));
app.synth();
