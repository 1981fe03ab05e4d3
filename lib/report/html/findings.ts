import type { Kind } from '../../core/kind';
import type { Policy } from '../../core/policy';
import type { Finding, Report } from '../../core/report';
import { arithmeticOf } from '../arithmetic';
import { changesOf } from '../changes';
import type { Change } from '../changes';
import { constructOf } from '../construct';
import { excuseOf } from '../excuse';
import { renderFix } from '../fix';
import { alike, byMessage, groupsOf } from '../group';
import type { Group } from '../group';
import { placeOf, renderProvenance } from '../provenance';
import { readOn } from '../remedy';
import { visible, visibleText } from '../visible';
import { whom } from '../whom';
import { html } from './markup';
import type { Markup } from './markup';
import { code, prose } from './words';

/** In whose words fixes are, the texts of policies, and whether every place and source of a number is shown. */
export type FindingsLayout = {
  readonly kinds: readonly Kind[];
  readonly policies: readonly Policy[];
  readonly everything: boolean;
};

/** What failed or could not be told, worst first: message, numbers, place, where the value comes from, the fix. */
export function findingCards(report: Report, outcome: 'fail' | 'unknown', layout: FindingsLayout): readonly Markup[] {
  return alike(groupsOf(report, outcome)).map(({ group, others }, at) => {
    const { policy, severity, resource, findings } = group;
    const level = outcome === 'unknown' ? 'unknown' : severity;
    const title = layout.policies.find(({ id }) => id === policy)?.title;
    return html`<article class="card finding ${level}">
      <header>
        <span class="badge ${level}"><span aria-hidden="true">${signs[level]}</span> ${level}</span>
        <h3>${code(policy)}</h3>
        ${code(resource)}
      </header>
      ${title === undefined ? null : html`<p class="policy">${visibleText(title)}</p>`}
      ${byMessage(findings).map(message)}
      ${others.length === 0 ? null : html`<p class="same">the same on ${separated(others.map((other) => code(other.resource)))}</p>`}
      ${outcome === 'unknown' ? settled(group) : null}
      ${changesOf(findings).map((change, number, all) => fix(change, `${at + 1}-${number + 1}`, all.length > 1, layout))}
      ${origin(findings, layout)} ${background(policy, layout)}
    </article> `;
  });
}

/** What is excused, by whom and until when. */
export function waivedItems(report: Report): readonly Markup[] {
  return items(report, 'waived', excuseOf);
}

/** What passed, and with which numbers. */
export function passedItems(report: Report): readonly Markup[] {
  return items(report, 'pass', ({ message: said }) => said);
}

const signs: Readonly<Record<Finding['severity'] | 'unknown', string>> = {
  error: '✕',
  warning: '!',
  info: 'i',
  unknown: '?',
};

function message({ message: said, findings }: { message: string; findings: readonly Finding[] }): Markup {
  const numbers = [...new Set(findings.flatMap((one) => arithmeticOf(one) ?? []))];
  return html`<p class="message">${prose(said)}</p>
    <p class="whom">for ${whom(findings)}${numbers.map((one) => html` <span class="numbers">${one}</span>`)}</p> `;
}

function settled({ findings }: Group): readonly Markup[] {
  const settles = [...new Set(findings.flatMap((one) => one.settles ?? []))];
  return settles.map((one) => html`<p class="settles"><b>settled by:</b> ${prose(one)}</p> `);
}

/** The exact change. The button is of use with a script alone, so the script shows it. */
function fix({ fix: asked, asking }: Change, id: string, isOneOfSeveral: boolean, { kinds }: FindingsLayout): Markup {
  const { where, lines, note } = renderFix(asked, kinds, constructOf(asked, asking));
  const title = isOneOfSeveral ? `fix for ${whom(asking)}:` : 'fix:';
  const label = `Copy the fix of ${visible(asked.resource)}`;
  return html`<figure class="fix">
    <figcaption><b>${title}</b> ${where === null ? null : prose(where)}</figcaption>
    ${
      lines.length === 0
        ? null
        : html`<div>
            <pre id="fix-${id}">${lines.join('\n')}</pre>
            <button type="button" hidden data-copy="fix-${id}" aria-label="${label}">Copy</button>
          </div>`
    }
    ${note === null ? null : html`<p>${prose(note)}</p>`}
  </figure> `;
}

/** Where the value is written, and the levels that had a say in it. */
function origin(findings: readonly Finding[], { everything }: FindingsLayout): Markup | null {
  const places = [...new Set(findings.flatMap(({ locations }) => locations.map(placeOf)))];
  const shown = everything ? places : places.slice(0, 1);
  const chains = new Map(
    findings.map(({ provenance }) => {
      const lines = renderProvenance(provenance, everything);
      return [lines.join('\n'), lines];
    }),
  );
  const values = [...chains.values()].filter((lines) => lines.length > 0);
  if (shown.length === 0 && values.length === 0) return null;
  return html`<dl class="origin">
    ${
      shown.length === 0
        ? null
        : html`<div>
            <dt>at</dt>
            ${shown.map((place) => html`<dd>${code(place)}</dd>`)}
          </div>`
    }${values.map(
      (lines) =>
        html`<div>
          <dt>value</dt>
          ${lines.map((line) => html`<dd>${prose(line)}</dd>`)}
        </div>`,
    )}
  </dl>`;
}

/** Why the policy exists, folded, and where to read on. */
function background(id: string, { policies }: FindingsLayout): Markup {
  const policy = policies.find((one) => one.id === id);
  const more = html`<p class="more">${readOn(id)}</p>`;
  if (policy === undefined) return more;
  const refs = policy.refs.map((ref) =>
    /^https?:\/\//.test(ref)
      ? html`<li><a href="${visibleText(ref)}" rel="noreferrer">${visibleText(ref)}</a></li>`
      : html`<li>${visibleText(ref)}</li>`,
  );
  return html`<details class="why">
    <summary>why</summary>
    <p>${prose(policy.why.trim())}</p>
    ${
      refs.length === 0
        ? null
        : html`<ul>
            ${refs}
          </ul>`
    }${more}
  </details>`;
}

function items(report: Report, outcome: Finding['outcome'], say: (finding: Finding) => string): readonly Markup[] {
  return groupsOf(report, outcome).flatMap(({ policy, resource, findings }) =>
    findings.map((one) => html`<li>${code(policy)} on ${code(resource)} for ${whom([one])}: ${prose(say(one))}</li> `),
  );
}

function separated(parts: readonly Markup[]): readonly (Markup | string)[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [', ', part]));
}
