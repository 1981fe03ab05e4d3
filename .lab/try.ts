import { judged, predictionOf } from '../test/lab/predict';
const show = (name: string, s: any) => { try { const run = judged({ name, shows:'', does:'query', ...s }); console.log('##', name, run.path.name, '| client:', run.path.client?.node.subject, '| legs', run.path.legs.map(l=>l.layer+':'+l.callerEnd?.node.subject+'>'+l.hops.map(h=>h.key)).join(' ; '));
 for (const r of run.rows) console.log('   ', r.leg.layer, r.judgement.timer.name, r.judgement.timer.phase, r.judgement.effect, JSON.stringify(r.judgement.at), r.judgement.timer.expiry, r.judgement.caller, r.judgement.server, r.judgement.queryGoesOn);
 if(process.argv.includes('-c')) console.log(JSON.stringify(run.path.client?.node.settings,null,1), JSON.stringify(run.path.client?.opens,(k,v)=>k==='drivers'?v.map((d:any)=>d.name):k==='carrier'?v.subject:v));
 } catch (e) { console.log('##', name, String(e)); } };
const db = { database: { name: 'database', version: '18.4' } };
show('fn', { workload: { maxQueryDuration: '6s', path: [{ function: { name: 'fn', timeout: '3s' } }, db] } });
show('api', { does:'request', workload: { maxQueryDuration: '6s', path: [{ api: { name: 'api', timeout: '3s' } }, {client:{name:'c'}}, db] } });
show('cdn', { workload: { maxQueryDuration: '6s', path: [{ cdn: { name: 'cdn', readTimeout: '3s', completionTimeout: '5s' } }, {client:{name:'c'}}, db] } });
show('lattice', { workload: { maxQueryDuration: '6s', path: [{ lattice: { name: 'l', idleTimeout: '60s' } }, {client:{name:'c'}}, db] } });
show('mesh', { workload: { maxQueryDuration: '6s', path: [{ mesh: { name: 'm', requestTimeout: '3s', idleTimeout: '5s' } }, {client:{name:'c'}}, db] } });
show('meshtcp', { workload: { maxQueryDuration: '6s', path: [{client:{name:'c'}}, { mesh: { name: 'm', requestTimeout: 0, idleTimeout: '5s' } }, db] } });
show('pg', { workload: { maxQueryDuration: '6s', path: [{client:{name:'c', driver:'pg', connection:'postgresql://u:p@h/d?query_timeout=3000&statement_timeout=9000'}}, db] } });
show('psql', { workload: { maxQueryDuration: '6s', path: [{client:{name:'c', driver:'libpq', connection:'postgresql://u:p@h/d?keepalives_idle=2&keepalives_interval=1'}},{firewall:{name:'f',idleTimeout:'4s'}}, db] } });
show('nlb', { resources: {
 'aws_lb.db': { load_balancer_type: 'network', name:'db' },
 'aws_lb_listener.pg': { load_balancer_arn: '${aws_lb.db.arn}', port: 5432, protocol:'TCP', default_action:[{type:'forward',target_group_arn:'${aws_lb_target_group.pg.arn}'}]},
 'aws_lb_target_group.pg': { port: 5432, protocol:'TCP', deregistration_delay: 3, connection_termination: true } },
 then: [{after:1,does:'deregister'}],
 workload: { maxQueryDuration: '6s', path: [{client:{name:'c'}}, {nlb:'aws_lb.db'}, db] } });
show('alb', { resources: {
 'aws_lb.web': { load_balancer_type: 'application', name:'web', idle_timeout: 30 },
 'aws_lb_listener.web': { load_balancer_arn: '${aws_lb.web.arn}', port: 80, protocol:'HTTP', default_action:[{type:'forward',target_group_arn:'${aws_lb_target_group.web.arn}'}]},
 'aws_lb_target_group.web': { port: 80, protocol:'HTTP', deregistration_delay: 3 },
 'aws_ecs_service.api': { name:'api', task_definition: '${aws_ecs_task_definition.api.arn}', load_balancer:[{target_group_arn:'${aws_lb_target_group.web.arn}', container_name:'api', container_port:80}]},
 'aws_ecs_task_definition.api': { family:'api', container_definitions: JSON.stringify([{name:'api',essential:true,stopTimeout:4,environment:[{name:'DATABASE_URL',value:'postgresql://u:p@h/d?query_timeout=3000'}]}]) } },
 then: [{after:1,does:'deregister'}],
 workload: { maxQueryDuration: '6s', path: [{alb:'aws_lb.web'},{client:'aws_ecs_service.api', driver:'pg'}, db] } });
