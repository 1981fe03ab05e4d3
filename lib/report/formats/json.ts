import type { Format } from '../../core/format';
import { jsonText } from '../json-text';

/** For programs: the whole report, as `schema/report.schema.json` freezes it. Durations are seconds as numbers. */
const json: Format = {
  name: 'json',
  title: 'for programs, by schema/report.schema.json',
  render: jsonText,
};
export default json;
