import { workflowCommand } from '../../lib/report/workflow-command';

describe('a workflow command', () => {
  it.each([
    ['error', { title: 'a' }, 'b', '::error title=a::b'],
    ['warning', { file: 'a.tf', line: 3, col: 1, title: 't' }, 'm', '::warning file=a.tf,line=3,col=1,title=t::m'],
    ['notice', { title: 'a::b,c' }, 'd::e,f', '::notice title=a%3A%3Ab%2Cc::d::e,f'],
    ['error', { title: '50 %\r\n' }, '%0A\r\nx', '::error title=50 %25%0D%0A::%250A%0D%0Ax'],
    ['error', { title: '', file: 'C:\\a,b.tf' }, '', '::error title=,file=C%3A\\a%2Cb.tf::'],
  ] as const)('%s %j %j', (level, properties, message, expected) => {
    expect(workflowCommand(level, properties, message)).toBe(expected);
  });
});
