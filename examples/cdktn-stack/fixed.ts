import path from 'node:path';
import { App, Aspects } from 'cdktn';
import { applyTo } from 'holdfast/cdktf';
import { Warehouse } from './warehouse';

const app = new App();
new Warehouse(app, 'warehouse', { keepalive: { idle: 60, interval: 30, count: 3 } });
applyTo(app, Aspects, { config: path.join(__dirname, 'holdfast.yaml') });
app.synth();
