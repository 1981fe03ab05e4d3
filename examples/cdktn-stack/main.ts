import path from 'node:path';
import { App, Aspects } from 'cdktn';
import { applyTo } from 'holdfast/cdktf';
import { Warehouse } from './warehouse';

const app = new App();
new Warehouse(app, 'warehouse', {}); // fails: the server probes after 300 s, and the listener forgets after 120 s
applyTo(app, Aspects, { config: path.join(__dirname, 'holdfast.yaml') });
app.synth();
