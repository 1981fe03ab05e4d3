/** For unit tests: importing it adds `expect(stack).toMeetQuerySla({ config })`. */
import './hosts/jest/register';

export { toMeetQuerySla, type MatcherOptions, type MatcherResult } from './hosts/jest/to-meet-query-sla';
