export { planJudge } from './judge-plan';
export { startServer } from './server';
export { apiLimits, terraformApi } from './terraform-api';
