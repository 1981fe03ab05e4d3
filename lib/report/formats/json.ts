import type { Format } from '../../core/format';

// What a terminal or a log may act upon although it stands in a JSON string.
const harmful = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** For programs: the whole report, as `schema/report.schema.json` freezes it. Durations are seconds as numbers. */
const json: Format = {
  name: 'json',
  title: 'for programs, by schema/report.schema.json',
  render: (report) => {
    const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return `${JSON.stringify(report, null, 2).replace(harmful, escape)}\n`;
  },
};
export default json;
